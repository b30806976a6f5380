import BankumModel
package import BankumStore
import JSON

extension Office {
  /// Takes back what an import wrote, field by field, in one transaction. What somebody has changed since stays, and so
  /// does a thing that the import added and something refers to; the answer lists both. A notice that nobody has read
  /// goes with the import; whoever has read that a meeting is off, and it is on again, is told so.
  /// - Throws: `OfficeError.notFound`; `OfficeError.refused` if it was undone already; `StoreError`.
  package func undoImport(_ number: Int64, isDryRun: Bool, _ order: WriteOrder<ImportUndoing>) async throws
    -> ImportUndoing
  {
    try await write(order) { transaction in
      guard var batch = try transaction.list(Filter<ImportBatch>.number(number)).first else {
        throw OfficeError.notFound("import", "\(number)")
      }
      guard batch.undoneAt == nil else { throw OfficeError.refused(.imports(.undone(number))) }
      let undoing = try transaction.undo(import: number)
      try tellPartners(undoing, transaction)
      batch.undoneAt = transaction.now
      try transaction.put(batch)
      if isDryRun { transaction.discardAtEnd() }
      transaction.touchAll(Inmate.self)
      transaction.audit(targets: ["import-\(number)"])
      return undoing
    }
  }

  /// What partners know of their meetings is what holds after the undoing.
  private func tellPartners(_ undoing: ImportUndoing, _ transaction: Transaction) throws {
    for thing in undoing.left {
      if thing.kind == "notice", let id = try? Notice.ID(parsing: thing.id),
        case .session(let meeting) = try transaction.get(id).subject
      {
        let session = try transaction.get(meeting)
        if session.state.isPublished { try tell(.new, session, nil, transaction) }
      }
      // A meeting whose hour is taken by now stays called off, and its unread notice has gone with the import.
      if thing.kind == "session", thing.reason == .unfitting, let id = try? Session.ID(parsing: thing.id) {
        let session = try transaction.get(id)
        let isTold = try transaction.list(Filter<Notice>.session(id)).contains { $0.kind == .cancelled }
        if session.state == .cancelled, !isTold { try tell(.cancelled, session, nil, transaction) }
      }
    }
  }
}
