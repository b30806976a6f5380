/// The tables of the register, version by version.
///
/// A version that was released never changes; a later one is added below it. Each becomes true in one transaction
/// together with its number, so a kill leaves the old tables or the new, never something between.
enum Schema {
  /// What marks a file as a register: `BNKM`.
  static let applicationID: Int32 = 0x424E_4B4D

  /// The statements of each version; the first is version 1.
  static let versions: [String] = [firstHouse + firstPeople + firstWork + firstTime + firstJournal + firstChanges]

  /// The version that this program writes and reads.
  static var current: Int { versions.count }
}
