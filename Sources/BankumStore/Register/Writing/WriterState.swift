import BankumModel

/// What the writing side knows; touched only under its lock.
struct WriterState: Sendable {
  /// The last committed state.
  var state: RegisterState
  /// What the latest writes changed.
  var changes = ChangeLog()
  /// Entries of refusals and denials that wait for the next commit.
  private(set) var waiting: [AuditDraft] = []
  /// Those that find no room to wait while nothing can be written: one entry a user, of all methods, with how many.
  private var rest: [UInt32: AuditDraft] = [:]
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
    if waiting.count < Self.most { return waiting.append(draft) }
    if rest[draft.uid] == nil {
      var first = draft
      (first.method, first.targets, first.times) = ("*", [], 0)
      rest[draft.uid] = first
    }
    rest[draft.uid]?.times += draft.times
  }

  /// The first entries are on disk.
  mutating func wrote(_ count: Int) {
    waiting.removeFirst(count)
    guard waiting.count < Self.most else { return }
    waiting += rest.values.sorted { $0.uid < $1.uid }
    rest = [:]
  }
}
