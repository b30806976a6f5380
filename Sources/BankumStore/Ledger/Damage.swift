/// One thing in the register that is not as it was written: named by kind and id, nothing personal.
package struct Damage: Hashable, Sendable {
  /// What is wrong with it.
  package enum Fault: Hashable, Sendable {
    /// It cannot be read: what SQLite or the record's own code says.
    case unreadable(String)
    /// It is not there, though something refers to it.
    case missing
    /// A table has another number of rows than was signed.
    case count(found: Int64, expected: Int64)
    /// A table has as many rows as were signed, but not the same.
    case exchanged
    /// What follows from other rows does not follow from them.
    case contradicting(String)
    /// The value breaks its own rules: these places.
    case unsound([String])
  }

  /// The table, or the part of the file.
  package let kind: String
  /// The row, if one is meant: its id as people write it.
  package let id: String?
  /// What is wrong.
  package let fault: Fault

  init(_ kind: String, _ id: String? = nil, _ fault: Fault) {
    self.kind = kind
    self.id = id
    self.fault = fault
  }

  /// One line in English, for logs and support.
  package var text: String {
    let place = id.map { "\(kind) \($0)" } ?? kind
    return switch fault {
    case .unreadable(let detail): "\(place): \(detail)"
    case .missing: "\(place) is missing"
    case .count(let found, let expected): "\(place): \(found) rows instead of \(expected)"
    case .exchanged: "\(place): rows that were not written so"
    case .contradicting(let detail): "\(place): \(detail)"
    case .unsound(let places): "\(place): a value that breaks its own rules (\(places.joined(separator: ", ")))"
    }
  }
}
