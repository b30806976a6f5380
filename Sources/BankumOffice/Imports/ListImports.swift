package import BankumModel
import BankumStore
import JSON

/// An import that was made.
package struct PastImport: Sendable, Equatable {
  /// Its number.
  package let number: Int64
  /// What it held: a kind, or `house`.
  package let kind: String
  /// Which part of the population it spoke about; nil for `delta`.
  package let scope: String?
  /// When.
  package let madeAt: Instant
  /// The user who sent it.
  package let madeBy: UInt32
  /// His account; nil if the number has none.
  package let user: String?
  /// What each file did.
  package let lines: [ImportReport.Line]
  /// When it was undone; nil if it was not.
  package let undoneAt: Instant?
}

extension Office {
  /// The latest imports, the latest first.
  /// - Throws: `StoreError`.
  package func listImports(_ count: Int) async throws -> [PastImport] {
    try await register.readUnaudited { reading in
      try reading.list(Filter<ImportBatch>.latest(count)).map { batch in
        guard let number = batch.number, case .array(let lines) = batch.counts else {
          throw StoreError(.corrupted, "an import without its counts")
        }
        return PastImport(
          number: number, kind: batch.kind, scope: batch.scope, madeAt: batch.madeAt, madeBy: batch.madeBy,
          user: users.name(batch.madeBy), lines: try lines.map { try ImportReport.Line(json: $0) },
          undoneAt: batch.undoneAt)
      }
    }
  }
}
