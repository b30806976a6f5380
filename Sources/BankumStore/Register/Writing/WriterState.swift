import BankumModel

/// What the writing side knows; touched only under its lock.
struct WriterState: Sendable {
  /// The last committed state.
  var state: RegisterState
  /// What the latest writes changed.
  var changes = ChangeLog()
  /// Entries of refusals and denials that wait for the next commit.
  private(set) var waiting: [AuditDraft] = []
  /// Entries that found no room to wait while nothing could be written.
  private(set) var lost = 0
  /// Whether the disk takes what is written.
  var storage = StorageState()
  /// Whether nothing is written any more.
  var isStopped = false

  init(state: RegisterState) {
    self.state = state
  }

  /// How many entries may wait.
  static let most = 100_000

  /// Puts an entry among the waiting.
  mutating func wait(_ draft: AuditDraft) {
    if waiting.count < Self.most { waiting.append(draft) } else { lost += 1 }
  }

  /// The first entries are on disk.
  mutating func wrote(_ count: Int) { waiting.removeFirst(count) }
}
