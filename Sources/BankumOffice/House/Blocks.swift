package import BankumModel
import BankumStore

/// A block with how many people are in it.
package struct BlockEntry: Sendable {
  /// The block.
  package let block: Block
  /// How many; nil for a partner, which may not count the house.
  package let inmates: Int?
}

/// What somebody wants changed of a block; what is nil stays.
package struct BlockEdit: Sendable, Equatable {
  /// The name.
  package var name: String?
  /// What it is for.
  package var kind: BlockKind?
  /// The most that can be out of it at once.
  package var escortCapacity: Int?
  /// What fetching takes longer.
  package var fetchMinutes: Int?

  /// Nothing.
  package init() {}
}

extension Office {
  /// The blocks, by name.
  /// - Throws: `StoreError`.
  package func listBlocks(_ scope: Scope) async throws -> [BlockEntry] {
    try await register.readUnaudited { reading in
      try reading.all(Block.self).sorted { ($0.name, $0.id.text) < ($1.name, $1.id.text) }.map { block in
        BlockEntry(
          block: block, inmates: scope.partner == nil ? try reading.count(Filter<Inmate>.inBlock(block.id)) : nil)
      }
    }
  }

  /// Changes a block.
  /// - Throws: `OfficeError`: `notFound`, `invalid`, `refused` if another has the name; `StoreError`.
  package func setBlock(_ text: String, _ edit: BlockEdit, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    guard edit != BlockEdit() else { throw OfficeError.invalid("block", text, .somethingToChange) }
    return try await write(order) { transaction in
      var block = try transaction.block(resolving: text)
      if let name = edit.name,
        try transaction.all(Block.self).contains(where: {
          $0.id != block.id && $0.name.lowercased() == name.lowercased()
        })
      {
        throw OfficeError.refused(.house(.nameTaken(name)))
      }
      block.name = edit.name ?? block.name
      block.kind = edit.kind ?? block.kind
      block.escortCapacity = edit.escortCapacity ?? block.escortCapacity
      block.fetchMinutes = edit.fetchMinutes ?? block.fetchMinutes
      try transaction.put(block)
      transaction.audit(targets: [block.id.text])
      return RegisterOutcome(block.id)
    }
  }
}
