import BankumModel

/// What the writing side knows; touched only under its lock.
struct WriterState: Sendable {
  /// The last committed state.
  var state: RegisterState
  /// What the latest writes changed.
  var changes = ChangeLog()
  /// Entries of reads and refusals that wait for the next commit.
  private(set) var waiting: [AuditDraft] = []
  /// Where the reads among them stand that no commit has taken yet.
  private var reads: [AuditDraft.Read: Int] = [:]
  /// Entries that found no room to wait while nothing could be written.
  var lost = 0
  /// Whether nothing is written any more.
  var isStopped = false

  init(state: RegisterState) {
    self.state = state
  }

  /// How many entries may wait.
  static let most = 100_000

  /// Puts an entry among the waiting. A read that waits already, of the same by the same user, is counted there.
  mutating func wait(_ draft: AuditDraft) {
    if let read = draft.read {
      if let place = reads[read] {
        waiting[place].times += draft.times
        return
      }
      if waiting.count < Self.most { reads[read] = waiting.count }
    }
    if waiting.count < Self.most { waiting.append(draft) } else { lost += 1 }
  }

  /// The entries that a commit takes: reads that come from now on are entries of their own.
  mutating func take() -> [AuditDraft] {
    reads = [:]
    return waiting
  }

  /// The first entries are on disk.
  mutating func wrote(_ count: Int) {
    waiting.removeFirst(count)
    // Places are counted from the front.
    reads = reads.mapValues { $0 - count }
  }
}
