/// All files of the catalogue together: messages in the order of their ids.
package struct Catalogue: Sendable, Equatable {
  /// The messages, sorted by id.
  package let entries: [CatalogueEntry]

  /// Puts files together and checks what no file can check alone: ids and Swift names are unique.
  ///
  /// - Parameter files: what the parser found in each file.
  /// - Returns: the catalogue, and every problem: those of the files first, in their order.
  package static func gather(
    _ files: [CatalogueParser.Result]
  ) -> (catalogue: Catalogue, problems: [CatalogueProblem]) {
    var problems = files.flatMap(\.problems)
    var identifiers: [String: CataloguePlace] = [:]
    var swiftNames: [String: CataloguePlace] = [:]
    var entries: [CatalogueEntry] = []
    for entry in files.flatMap(\.entries) {
      if let first = identifiers[entry.id] {
        problems.append(CatalogueProblem(.duplicateIdentifier(entry.id, first: first), at: entry.place))
      } else if let first = swiftNames[entry.swiftName] {
        problems.append(CatalogueProblem(.sameSwiftName(entry.swiftName, first: first), at: entry.place))
      } else {
        identifiers[entry.id] = entry.place
        swiftNames[entry.swiftName] = entry.place
        entries.append(entry)
      }
    }
    return (Catalogue(entries: entries.sorted { $0.id < $1.id }), problems)
  }
}
