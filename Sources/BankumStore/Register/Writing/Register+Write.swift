import BankumModel
import FoundationEssentials
import GRDB
import JSON
import Synchronization

extension Register {
  /// Writes: runs the closure in one transaction and commits it with its audit entries, events and kept answer.
  ///
  /// A call with a key that was answered before throws `RepeatedCall` with that reply, and the closure does not run; a key
  /// that belongs to another call is `keyReused`. Whatever the closure throws undoes everything and is thrown on; the
  /// audit log then says `refused`. After `outcomeUnknown` nothing is written any more.
  /// - Parameter reply: the reply to keep with the key of the call, of what the closure returns; it runs inside the
  ///   transaction, and only for a call with a key.
  package func write<Value: Sendable>(
    as call: Call, keeping reply: @escaping @Sendable (Value) -> [UInt8],
    _ body: @escaping @Sendable (Transaction) throws -> Value
  ) async throws -> Value {
    let now = clock.now
    do {
      return try await onWriter { [self] database in
        do { return try perform(call, now: now, in: database, keeping: reply, body) } catch let error as DatabaseError {
          throw StoreError(error)
        }
      }
    } catch let repeated as RepeatedCall {
      try await noteRepeated(call)
      throw repeated
    }
  }

  /// The same for a value that is its own reply: a repeated call gets the value that was kept.
  package func write<Value: Reply>(
    as call: Call, _ body: @escaping @Sendable (Transaction) throws -> Value
  ) async throws -> Value {
    do {
      return try await write(as: call, keeping: { Array($0.kept.text().utf8) }, body)
    } catch let repeated as RepeatedCall {
      guard let kept = JSONValue(stored: repeated.reply) else {
        throw StoreError(.corrupted, "a kept answer that cannot be read")
      }
      return try Value(kept: kept)
    }
  }

  /// The reply that was kept for a call, or nil if the call has no key or was not answered yet: to be asked before any
  /// work. The reply may name people: the audit log says `repeated`, durably, when this returns. Throws `keyReused`;
  /// `storageFull` when no entry can be written: then the reply does not leave.
  package func reply(keptFor call: Call) async throws -> [UInt8]? {
    guard call.idempotencyKey != nil else { return nil }
    let ring = ring
    let kept = try await readUnaudited { try AnsweredCalls.reply(to: call, ring: ring, in: $0.database) }
    if kept != nil { try await noteRepeated(call) }
    return kept
  }

  /// Runs on the writer's queue, without a way to be cancelled: a cancelled commit would be of unknown outcome.
  func onWriter<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      pool.asyncWriteWithoutTransaction { database in
        continuation.resume(with: Result { try body(database) })
      }
    }
  }

  private func perform<Value>(
    _ call: Call, now: Instant, in database: Database, keeping reply: (Value) -> [UInt8],
    _ body: (Transaction) throws -> Value
  ) throws -> Value {
    let (state, waiting, stopped) = writer.withLock { ($0.state, $0.waiting, $0.isStopped) }
    guard !stopped else { throw StoreError(.closed, "the register is not written any more") }
    try sqlite { try database.beginTransaction(.immediate) }
    let value: Value
    let next: RegisterState
    var events: [RegisterEvent] = []
    var changes = RegisterChanges()
    do {
      if let kept = try AnsweredCalls.reply(to: call, ring: ring, in: database) { throw RepeatedCall(reply: kept) }
      try sqlite { try database.execute(sql: "SAVEPOINT work") }
      let transaction = Transaction(database, ring: ring, ledger: ledger, call: call, now: now)
      value = try body(transaction)
      let sequence = state.sequence + (transaction.isDryRun ? 0 : 1)
      if transaction.isDryRun {
        try sqlite { try database.execute(sql: "ROLLBACK TO work") }
        ledger.restore(state.tally)
      } else {
        events = try Outbox.append(try transaction.toldEvents(), sequence: sequence, at: now, in: database)
        changes = transaction.changes
      }
      try sqlite { try database.execute(sql: "RELEASE work") }
      // Also of a dry run: whoever repeats it is told the same.
      try AnsweredCalls.keep(for: call, at: now, ring: ring, in: database) { reply(value) }
      next = try commit(database, state, waiting, entries(of: transaction), sequence: sequence, changes)
    } catch {
      try undo(database)
      noteFailure(error, of: call, at: now)
      throw error
    }
    if let committed, next.sequence > state.sequence {
      committed(Commit(sequence: next.sequence, events: events))
    }
    return value
  }

  /// A full disk is no refusal of the house, and would fill the memory with entries that cannot be written.
  private func noteFailure(_ error: any Error, of call: Call, at now: Instant) {
    // Its entry is written before the kept reply leaves.
    if error is RepeatedCall { return }
    guard StoreError(error).code == .storageFull else { return note(call.entry(.refused, targets: [], at: now)) }
    writer.withLock { writer in
      writer.storage.filled()
      writer.storage.refusedWrite()
    }
  }

  /// At least one entry a write; a dry run has exactly one, whatever it would have said.
  private func entries(of transaction: Transaction) -> [AuditDraft] {
    let touched = Self.once(transaction.touched)
    if transaction.isDryRun { return [transaction.call.entry(.dryRun, targets: touched, at: transaction.now)] }
    if transaction.entries.isEmpty { return [transaction.call.entry(.done, targets: touched, at: transaction.now)] }
    return transaction.entries
  }

  /// Commits, and knows afterwards what is on disk or that it does not know.
  func commit(
    _ database: Database, _ next: RegisterState, written: Int, _ changes: RegisterChanges
  ) throws(StoreError) {
    do {
      try database.commit()
    } catch {
      let error = StoreError(error)
      switch error.code {
      // SQLite refused before the commit record was written: a full disk, or a reference that was to be mended later.
      case .storageFull, .constraint, .doubleBooking, .busy:
        try undo(database)
        throw error
      case .unusable, .outcomeUnknown, .closed, .corrupted, .keyMissing, .wrongKey, .newerSchema, .behind, .invalid,
        .keyReused, .notFound, .inputOutput, .misuse:
        stop()
        throw StoreError(.outcomeUnknown, "the commit of write \(next.sequence) failed: \(error.detail)")
      }
    }
    headFile.write(sequence: next.sequence, head: next.head)
    writer.withLock { writer in
      if next.sequence > writer.state.sequence { writer.changes.append(changes, sequence: next.sequence) }
      writer.state = next
      writer.wrote(written)
    }
  }

  /// Takes the transaction back. If even that fails the connection is in a state that nobody knows.
  func undo(_ database: Database) throws(StoreError) {
    ledger.restore(writer.withLock { $0.state.tally })
    guard database.isInsideTransaction else { return }
    do { try database.rollback() } catch {
      stop()
      throw StoreError(.outcomeUnknown, "a transaction could not be taken back")
    }
  }

  private func stop() { writer.withLock { $0.isStopped = true } }
}
