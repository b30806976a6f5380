package import BankumModel

/// What will become an entry of the audit log, without its place in the chain.
package struct AuditDraft: Hashable, Sendable {
  /// When.
  package var madeAt: Instant
  /// Who.
  package var uid: UInt32
  /// In which role.
  package var role: String
  /// The method that was called; `*` for several, counted together because there was no room for each.
  package var method: String
  /// Ids of what was read or written; `in-*` for everybody. Nothing that could ever have to be erased.
  package var targets: [String]
  /// How it ended.
  package var outcome: AuditOutcome
  /// How often, from `madeAt` on: the same read again before the next commit, about a second, is counted here.
  package var times: Int

  /// Makes one from its fields.
  package init(
    madeAt: Instant, uid: UInt32, role: String, method: String, targets: [String], outcome: AuditOutcome,
    times: Int = 1
  ) {
    self.madeAt = madeAt
    self.uid = uid
    self.role = role
    self.method = method
    self.targets = targets
    self.outcome = outcome
    self.times = times
  }

  /// What makes two reads the same: all but the time.
  struct Read: Hashable, Sendable {
    let uid: UInt32
    let role: String
    let method: String
    let targets: [String]
  }

  /// Each read once, where it came first, with how often it came.
  static func counted(_ drafts: some Sequence<AuditDraft>) -> [AuditDraft] {
    var counted: [AuditDraft] = []
    var places: [Read: Int] = [:]
    for draft in drafts {
      if let read = draft.read {
        if let place = places[read] {
          counted[place].times += draft.times
          continue
        }
        places[read] = counted.count
      }
      counted.append(draft)
    }
    return counted
  }

  /// The read that this is; nil for anything else.
  var read: Read? {
    outcome == .read ? Read(uid: uid, role: role, method: method, targets: targets) : nil
  }
}
