package import BankumModel

/// Whom a file names: by his number in a register book, any of those he had, or by his id.
package struct InmateReference: Hashable, Sendable {
  /// How he is named.
  package enum Target: Hashable, Sendable {
    /// By a number of his.
    case number(RegisterNumber)
    /// By his id.
    case id(Inmate.ID)
  }

  /// How he is named.
  package let target: Target
  /// Where.
  package let place: ImportPlace

  /// A reference.
  package init(target: Target, place: ImportPlace) {
    self.target = target
    self.place = place
  }

  /// The number or id in its clean form.
  package var text: String {
    switch target {
    case .number(let number): number.text
    case .id(let id): id.text
    }
  }
}

extension FieldForm where Value == InmateReference.Target {
  /// A register number with its dirt, or an id.
  static var inmate: FieldForm {
    FieldForm { (text: String) throws(FieldFault) in
      if let id = try? Inmate.ID(parsing: text) { return .id(id) }
      return .number(try FieldForm<RegisterNumber>.registerNumber.read(text))
    }
  }
}
