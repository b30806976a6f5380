/// A closed list whose members have codes: the strings that the database, JSON and the wire use.
///
/// The codes are part of the contract and never change their meaning; words for people come from the catalogue.
package protocol Coded: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

extension Coded {
  /// The code, camelCase ASCII.
  package var code: String { rawValue }

  /// The member with this code, written exactly so; throws `unknownCode` and names all codes.
  package init(code: String) throws(ModelError) {
    guard let member = Self(rawValue: code) else {
      throw ModelError(.unknownCode, value: code, expected: "\(Self.codeList)")
    }
    self = member
  }

  /// Every code, in the order of declaration, separated by commas: what an error message expects.
  package static var codeList: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
