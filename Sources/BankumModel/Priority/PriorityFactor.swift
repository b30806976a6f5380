/// One reason why a request stands where it stands.
package struct PriorityFactor: Hashable, Sendable {
  /// Everything that ranking may look at. What is not in this list cannot count: no religion, ethnicity, money or
  /// politics, no name, id or place in a file.
  package enum Kind: String, Coded {
    /// The last lawful day of detention has passed.
    case overstay
    /// The last lawful day is very near: within the second notice.
    case termWithinSecondNotice
    /// The last lawful day is near: within the first notice.
    case termWithinFirstNotice
    /// A hearing is near.
    case hearing
    /// The last day to appeal is near.
    case appeal
    /// Counsel is mandatory and there is none.
    case mandatoryCounsel
    /// A child in a house for adults.
    case child
    /// A woman in a house for men.
    case woman
    /// Of the age at which the law speaks of elderly people.
    case elderly
    /// A disability.
    case disability
    /// Ill, or under medical care.
    case illness
    /// Needs an interpreter or a consul.
    case language
    /// Never had a meeting with counsel here.
    case neverSeen
    /// A meeting was lost through no fault of the inmate; counted for each, three at most.
    case lostMeeting
    /// Among those who have waited longest: a share of the places is theirs, whatever their tier.
    case longestWaiting
    /// A working day of waiting; counted for each.
    case waiting
  }

  /// Which reason.
  package let kind: Kind
  /// How often it counts, at least 1: working days for `waiting`, meetings for `lostMeeting`, else 1.
  package let count: Int
  /// The points it adds, `count` times the rule's points.
  package let points: Int

  /// A factor.
  package init(kind: Kind, count: Int = 1, points: Int) {
    self.kind = kind
    self.count = count
    self.points = points
  }
}
