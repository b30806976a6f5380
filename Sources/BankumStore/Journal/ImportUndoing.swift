import BankumModel

/// What undoing an import did, and what it left as it is.
package struct ImportUndoing: Sendable, Equatable {
  /// Why something was left.
  package enum Reason: String, Coded {
    /// Somebody, or a later import, has changed it since.
    case changedSince
    /// Something that stays refers to it.
    case referredTo
    /// What it was before does not go together with what it is now: its hour is taken, its partner is gone.
    case unfitting
  }

  /// Something that was left.
  package struct Left: Sendable, Hashable {
    /// What the thing is: `inmate`, `request`, ...
    package let kind: String
    /// Its id, or the day or year that it is about.
    package let id: String
    /// The field; nil for a whole thing that the import added.
    package let field: String?
    /// Why.
    package let reason: Reason

    /// Takes the fields as they are.
    package init(kind: String, id: String, field: String?, reason: Reason) {
      self.kind = kind
      self.id = id
      self.field = field
      self.reason = reason
    }
  }

  /// How many fields are again as before.
  package var restored: Int
  /// How many things that the import added are gone.
  package var removed: Int
  /// What was left, in the order of the kinds.
  package var left: [Left]

  /// Takes the fields as they are.
  package init(restored: Int = 0, removed: Int = 0, left: [Left] = []) {
    self.restored = restored
    self.removed = removed
    self.left = left
  }
}
