import BankumModel

/// What the writing side knows; touched only under its lock.
struct WriterState: Sendable {
  /// The last committed state.
  var state: RegisterState
  /// Entries of reads and refusals that wait for the next commit.
  var waiting: [AuditDraft] = []
  /// Entries that found no room to wait while nothing could be written.
  var lost = 0
  /// Whether nothing is written any more.
  var isStopped = false

  /// How many entries may wait.
  static let most = 100_000

  /// Puts an entry among the waiting.
  mutating func wait(_ draft: AuditDraft) {
    if waiting.count < Self.most { waiting.append(draft) } else { lost += 1 }
  }
}
