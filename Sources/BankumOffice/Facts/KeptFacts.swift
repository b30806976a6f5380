import BankumModel
import BankumPlanning
import BankumStore

/// Facts with what they were made of, so that after a write only what it touched is read again.
struct KeptFacts: Sendable {
  /// The facts.
  let facts: HouseFacts
  private let snapshot: Snapshot

  /// The write of which they are true.
  var sequence: Int64 { snapshot.sequence }

  /// Reads the facts of a moment.
  /// - old: Those of an earlier one, if there are any.
  /// - changes: What happened since; nil when that is not known.
  init(_ reading: Reading, renewing old: KeptFacts?, _ changes: RegisterChanges?, at now: CivilTime) throws {
    let today = now.date
    let isSameDay = old?.facts.today == today
    let changes = isSameDay ? changes : nil
    snapshot = try reading.snapshot(from: today, renewing: old?.snapshot, changes)
    var facts = try HouseFacts(snapshot, now: now)
    if let old, let changes, !changes.touchesHistory {
      facts.missedClassMinutes = old.facts.missedClassMinutes
      facts.meetingsInWindow = old.facts.meetingsInWindow
      facts.advocateNoShows = old.facts.advocateNoShows
    } else {
      try reading.countHistory(of: &facts)
    }
    self.facts = facts
  }
}

extension RegisterChanges {
  /// Whether what meetings of the past mean may have changed.
  fileprivate var touchesHistory: Bool {
    touch(Session.self) || touch(EducationEvent.self) || touch(Inmate.self) || touch(TrainingProgramme.self)
      || touch(Rule.self) || touch(ImportBatch.self)
  }
}
