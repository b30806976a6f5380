package import BankumModel

/// Why the register did not do what it was asked.
///
/// Nothing in it is personal: codes, names of tables and columns, numbers. The problems of `invalid` are the model's and
/// go only to the caller who sent the values.
package struct StoreError: Error, Hashable, Sendable {
  /// The reason, in one word.
  package enum Code: String, Coded {
    /// The folder or the file cannot be used: missing, read-only, not ours.
    case unusable
    /// The disk is full. Nothing was written; reading goes on, and writing too once there is room.
    case storageFull
    /// The write may be on disk or not. Nothing is acknowledged by this register any more: close it, start again, look.
    case outcomeUnknown
    /// The register was closed, or an earlier write ended with `outcomeUnknown`.
    case closed
    /// What is stored is not what was written: damage, or somebody else's hand.
    case corrupted
    /// A key that sealed something is not in the ring.
    case keyMissing
    /// A key of the ring has the number of the key that wrote here, and is another.
    case wrongKey
    /// The database was made by a newer version.
    case newerSchema
    /// The database is older than what was acknowledged: its log is missing, or a copy was put in its place.
    case behind
    /// Somebody or something would be in two places at once; the problem's place says who: inmate, advocate, room.
    case doubleBooking
    /// Another rule of the database: uniqueness, a reference to nothing, a check.
    case constraint
    /// The values break their own invariants.
    case invalid
    /// The idempotency key belongs to another call.
    case keyReused
    /// There is nothing with this id.
    case notFound
    /// Somebody else holds the file.
    case busy
    /// The disk failed while reading, or before anything was committed: nothing was written.
    case inputOutput
    /// A mistake in this room.
    case misuse
  }

  /// The reason.
  package let code: Code
  /// What is wrong in detail, in English, for log and support.
  package let detail: String
  /// The problems of `invalid`; for `doubleBooking` one whose place says who.
  package let problems: [Problem]
  /// For `corrupted`: what is damaged, if one thing is.
  package let damage: Damage?
  /// For `notFound`: what was looked for, as `Table` calls it, if it was one thing.
  package let kind: String?

  /// An error of this code.
  package init(_ code: Code, _ detail: String, problems: [Problem] = [], kind: String? = nil) {
    self.code = code
    self.detail = detail
    self.problems = problems
    self.kind = kind
    damage = nil
  }

  /// `corrupted`, because of this.
  package init(_ damage: Damage) {
    code = .corrupted
    detail = damage.text
    problems = []
    kind = nil
    self.damage = damage
  }
}
