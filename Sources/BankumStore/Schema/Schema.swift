/// The tables of the register, version by version.
///
/// A version that was released never changes; a later one is added below it. Each becomes true in one transaction
/// together with its number, so a kill leaves the old tables or the new, never something between.
enum Schema {
  /// What marks a file as a register: `BNKM`.
  static let applicationID: Int32 = 0x424E_4B4D

  /// What each version does to the one before; the first is version 1.
  static let versions: [SchemaVersion] = [
    SchemaVersion(
      layouts: firstLayouts,
      steps: [.sql(firstHouse + firstPeople + firstWork + firstTime + firstJournal + firstChanges)]),
    second,
  ]

  /// The version that this program writes and reads.
  static var current: Int { versions.count }

  /// How the rows of every kind are stored in a version.
  static func layouts(at version: Int, of versions: [SchemaVersion] = versions) -> [String: RowLayout] {
    versions.prefix(version).reduce(into: [:]) { found, version in
      for layout in version.layouts { found[layout.name] = layout }
    }
  }
}
