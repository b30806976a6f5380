/// A part of the house with its own guards: they fetch and bring, and are the bottleneck.
package struct Block: Entity {
  /// Ids are `bl-...`.
  package static let idPrefix = "bl"

  /// The id.
  package let id: Identifier<Block>
  /// The letter or name that staff use, at most 20 bytes, unique.
  package var name: String
  /// What it is for.
  package var kind: BlockKind
  /// The most inmates that can be out of it at the same time.
  package var escortCapacity: Int
  /// What fetching takes longer than from an ordinary block.
  package var fetchMinutes: Int

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(id: ID, name: String, kind: BlockKind = .ordinary, escortCapacity: Int, fetchMinutes: Int = 0) {
    self.id = id
    self.name = name
    self.kind = kind
    self.escortCapacity = escortCapacity
    self.fetchMinutes = fetchMinutes
  }

  /// No name, negative numbers.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireText(name, "name", .blockName)
    list.require(escortCapacity, in: 0...1000, "escortCapacity")
    list.require(fetchMinutes, in: 0...240, "fetchMinutes")
    return list.problems
  }
}
