import Dispatch

/// The reads that wait for the log: all that come while one group is being synced are the next.
struct ReadGroups: Sendable {
  /// Is told when the entry of a read is durable, or why it is not.
  typealias Answer = @Sendable (StoreError?) -> Void

  /// What is written with one sync.
  struct Group: Sendable {
    /// The entries; a read that is the same again is counted.
    private(set) var drafts: [AuditDraft] = []
    private(set) var answers: [Answer] = []
    /// Whether a read is among them that goes on while the disk is full.
    private(set) var isEssential = false
    private var reads: [AuditDraft.Read: Int] = [:]

    mutating func add(_ draft: AuditDraft, isEssential: Bool, _ answer: @escaping Answer) {
      answers.append(answer)
      self.isEssential = self.isEssential || isEssential
      guard let read = draft.read else { return drafts.append(draft) }
      if let place = reads[read] {
        drafts[place].times += draft.times
      } else {
        reads[read] = drafts.count
        drafts.append(draft)
      }
    }
  }

  /// The group that gathers.
  private var gathering = Group()
  /// Whether somebody brings groups to the log.
  private var isAtWork = false
  /// How many reads the one who brings groups waits for before he takes the next; 0 when he does not wait.
  private var expected = 0
  /// How many were answered with the last group, and how long it took to write.
  private var last = (answers: 0, microseconds: 0)

  /// How many groups were synced.
  private(set) var syncs = 0
  /// How many reads were answered with them.
  private(set) var answered = 0

  /// Adds a read. `mustBegin`: nobody is at work, so whoever added it has to see to that. `isEnough`: whoever waits for
  /// the group to gather need not wait any more.
  mutating func add(
    _ draft: AuditDraft, isEssential: Bool, _ answer: @escaping Answer
  ) -> (mustBegin: Bool, isEnough: Bool) {
    gathering.add(draft, isEssential: isEssential, answer)
    let isEnough = expected > 0 && gathering.answers.count >= expected
    if isEnough { expected = 0 }
    defer { isAtWork = true }
    return (!isAtWork, isEnough)
  }

  /// The longest wait, in microseconds.
  private static let longest = 2_000

  /// How many microseconds to wait for the group to gather: as many as were answered last are likely to ask again. Nil
  /// when they are all here, and for a caller alone.
  var patience: Int? {
    mutating get {
      guard last.answers > 1, (1..<last.answers).contains(gathering.answers.count) else { return nil }
      expected = last.answers
      return min(Self.longest, last.microseconds / 2)
    }
  }

  /// The group that is written next; nil ends the work.
  mutating func take() -> Group? {
    expected = 0
    guard !gathering.answers.isEmpty else {
      isAtWork = false
      return nil
    }
    defer { gathering = Group() }
    return gathering
  }

  mutating func wrote(_ group: Group, microseconds: Int) {
    last = (group.answers.count, microseconds)
    syncs += 1
    answered += group.answers.count
  }
}
