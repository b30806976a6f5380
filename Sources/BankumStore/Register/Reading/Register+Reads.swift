import BankumModel
import Dispatch
import GRDB
import Synchronization

extension Register {
  /// Reads personal data for a caller. What the closure touches is in the audit log, durably, when this returns.
  /// - Parameters:
  ///   - length: how much of the house is looked at.
  ///   - isEssential: whether the read goes on, by a reserve, while the disk is full.
  /// - Throws: `storageFull` when no entry can be written: then nothing is answered.
  package func read<Value: Sendable>(
    as call: Call, length: ReadTurns.Length = .short, isEssential: Bool = false,
    _ body: @escaping @Sendable (Reading) throws -> Value
  ) async throws -> Value {
    let now = clock.now
    if let refusal = refusal(isEssential: isEssential) { throw refusal }
    let (value, touched) = try await readUnaudited(length: length) { reading in (try body(reading), reading.touched) }
    try await enter(call.entry(.read, targets: Self.once(touched), at: now), isEssential: isEssential)
    return value
  }

  /// Puts a read of what is kept in memory into the audit log; it is there, durably, when this returns.
  package func noteRead(
    as call: Call, _ targets: AuditTargets, isEssential: Bool = false
  ) async throws(StoreError) {
    try await enter(call.entry(.read, targets: targets.texts, at: clock.now), isEssential: isEssential)
  }

  /// The same for whoever cannot wait: `answer` is called, on a thread of the register, once the entry is durable, or
  /// with the reason why it is not.
  package func noteRead(
    as call: Call, _ targets: AuditTargets, isEssential: Bool = false,
    then answer: @escaping @Sendable (StoreError?) -> Void
  ) {
    enter(call.entry(.read, targets: targets.texts, at: clock.now), isEssential: isEssential, answer)
  }

  /// How many groups of reads were synced, and how many reads were answered with them.
  package var readGroups: (syncs: Int, answered: Int) { reads.withLock { ($0.syncs, $0.answered) } }

  /// Puts into the audit log that a kept reply is given again; it is there, durably, when this returns.
  func noteRepeated(_ call: Call) async throws(StoreError) {
    try await enter(call.entry(.repeated, targets: [], at: clock.now), isEssential: false)
  }

  /// Whether the disk takes what is written.
  package var storage: StorageState { writer.withLock { $0.storage } }

  private func enter(_ draft: AuditDraft, isEssential: Bool) async throws(StoreError) {
    let failure = await withCheckedContinuation { continuation in
      enter(draft, isEssential: isEssential) { continuation.resume(returning: $0) }
    }
    if let failure { throw failure }
  }

  private func enter(_ draft: AuditDraft, isEssential: Bool, _ answer: @escaping ReadGroups.Answer) {
    if let refusal = refusal(isEssential: isEssential) { return answer(refusal) }
    let (mustBegin, isEnough) = reads.withLock { $0.add(draft, isEssential: isEssential, answer) }
    if isEnough { readsAreEnough.signal() }
    if mustBegin { readQueue.async { [self] in writeGroups() } }
  }

  /// Why a read is refused before anything is looked up; nil if it is not.
  private func refusal(isEssential: Bool) -> StoreError? {
    writer.withLock { writer in
      if writer.isStopped { return StoreError(.closed, "the register is not written any more") }
      guard writer.storage.isFull, !isEssential else { return nil }
      writer.storage.refusedRead()
      return StoreError(.storageFull, "no room for the entry of a read")
    }
  }

  // MARK: The thread that writes groups

  /// Writes one group after the other until none waits.
  private func writeGroups() {
    while true {
      // Those who were answered together ask again together: the first of them is not written alone, but for no longer
      // than half of what that costs.
      let patience = reads.withLock { $0.patience }
      if let patience { _ = readsAreEnough.wait(timeout: .now() + .microseconds(patience)) }
      guard let group = reads.withLock({ $0.take() }) else { return }
      let began = DispatchTime.now()
      let failure = write(group)
      let took = DispatchTime.now().uptimeNanoseconds - began.uptimeNanoseconds
      reads.withLock { $0.wrote(group, microseconds: Int(took / 1000)) }
      for answer in group.answers { answer(failure) }
    }
  }

  /// Makes the entries of a group durable; why they are not, or nil.
  private func write(_ group: ReadGroups.Group) -> StoreError? {
    do throws(StoreError) {
      let (isWritten, isHalfFull) = try readLog.withLock { log throws(StoreError) in
        let frame = log.frame(of: group.drafts, key: ring.current)
        guard log.hasRoom(frame.count, isEssential: group.isEssential) else { return (false, false) }
        try log.append(frame, group.drafts)
        return (true, log.isHalfFull)
      }
      if isWritten {
        if isHalfFull { pool.asyncWriteWithoutTransaction { [self] in try? commitAudit($0) } }
        if group.isEssential { writer.withLock { $0.storage.answeredByReserve() } }
      } else {
        // The commit that makes room takes this group along.
        do { try pool.writeWithoutTransaction { try commitAudit($0, group.drafts) } } catch { throw StoreError(error) }
      }
      return nil
    } catch {
      if error.code == .storageFull {
        writer.withLock { writer in
          writer.storage.filled()
          for _ in group.answers { writer.storage.refusedRead() }
        }
      }
      return error
    }
  }

  // MARK: Into the audit log

  /// Writes the entries of reads, refusals and denials that wait into the audit log.
  package func flushAudit() async throws(StoreError) {
    do { try await onWriter { [self] in try commitAudit($0) } } catch { throw StoreError(error) }
  }

  /// Commits entries that belong to no write; does nothing if there are none, unless the disk was full: whether it still
  /// is shows only when something is written.
  private func commitAudit(_ database: Database, _ more: [AuditDraft] = []) throws(StoreError) {
    let (state, waiting, stopped, isFull) = writer.withLock { ($0.state, $0.waiting, $0.isStopped, $0.storage.isFull) }
    guard !stopped else { throw StoreError(.closed, "the register is not written any more") }
    let isNeeded = isFull || !waiting.isEmpty || !more.isEmpty || readLog.withLock { !$0.pending.isEmpty }
    guard isNeeded else { return }
    try sqlite { try database.beginTransaction(.immediate) }
    do {
      _ = try commit(database, state, waiting, more, sequence: state.sequence, RegisterChanges())
    } catch {
      if error.code == .storageFull { writer.withLock { $0.storage.filled() } }
      try undo(database)
      throw error
    }
  }

  /// Ends a transaction: puts the entries that wait and its own into the audit log, signs the new head and commits.
  ///
  /// No group of reads is written meanwhile: what the log of reads holds is taken along whole.
  /// - waiting: Entries of refusals and denials that wait, all from the first on.
  func commit(
    _ database: Database, _ state: RegisterState, _ waiting: [AuditDraft], _ own: [AuditDraft], sequence: Int64,
    _ changes: RegisterChanges
  ) throws(StoreError) -> RegisterState {
    // Most of the reads are put in while others are still being answered.
    let early = readLog.withLock { $0.pending }
    var head = try AuditLog.append(
      AuditDraft.counted(early) + waiting, behind: state.head, sequence: sequence, in: database)
    return try readLog.withLock { log throws(StoreError) in
      let late = log.pending[early.count...]
      head = try AuditLog.append(AuditDraft.counted(late) + own, behind: head, sequence: sequence, in: database)
      let next = RegisterState(sequence: sequence, head: head, tally: ledger.tally, ring: ring)
      try next.write(in: database)
      try commit(database, next, written: waiting.count, changes)
      log.restart(behind: head)
      if writer.withLock({ $0.storage.isFull }), log.roomIsBack() { writer.withLock { $0.storage.hasRoomAgain() } }
      return next
    }
  }
}
