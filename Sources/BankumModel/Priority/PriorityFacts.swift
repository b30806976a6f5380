/// Everything that ranking may know about a request.
///
/// There is no name, id, number, religion, ethnicity, money or place in a file here, and no way to add one without
/// changing this type and the test that lists its fields.
package struct PriorityFacts: Hashable, Sendable {
  /// Where the detention clock stands.
  package var detention: DetentionStatus
  /// Whether a meeting took place since the last lawful day passed: an overstay takes one tier-1 meeting, not every
  /// slot.
  package var hasMetSinceOverstay: Bool
  /// Days to the next hearing, 0 today; nil: none known.
  package var daysToHearing: Int?
  /// Days to the last day of an appeal that is not filed yet, 0 today; nil: none runs.
  package var daysToAppealEnd: Int?
  /// Whether counsel is mandatory and there is none.
  package var isCounselMissing: Bool
  /// Age in completed years; nil: unknown.
  package var age: Int?
  /// The sex in the papers.
  package var sex: Sex
  /// Needs of the person and of the request.
  package var needs: Set<Need>
  /// Whether counsel ever met him here.
  package var hasBeenSeen: Bool
  /// Meetings lost through no fault of his since waiting began.
  package var lostMeetings: Int
  /// Working days since waiting began.
  package var workingDaysWaiting: Int
  /// Whether he is among those who have waited longest, for whom a share of the places is kept.
  package var isAmongLongestWaiting: Bool

  /// Takes the fields as they are.
  package init(
    detention: DetentionStatus, hasMetSinceOverstay: Bool = false, daysToHearing: Int? = nil,
    daysToAppealEnd: Int? = nil, isCounselMissing: Bool = false, age: Int? = nil, sex: Sex = .male,
    needs: Set<Need> = [], hasBeenSeen: Bool = false, lostMeetings: Int = 0, workingDaysWaiting: Int = 0,
    isAmongLongestWaiting: Bool = false
  ) {
    self.detention = detention
    self.hasMetSinceOverstay = hasMetSinceOverstay
    self.daysToHearing = daysToHearing
    self.daysToAppealEnd = daysToAppealEnd
    self.isCounselMissing = isCounselMissing
    self.age = age
    self.sex = sex
    self.needs = needs
    self.hasBeenSeen = hasBeenSeen
    self.lostMeetings = lostMeetings
    self.workingDaysWaiting = workingDaysWaiting
    self.isAmongLongestWaiting = isAmongLongestWaiting
  }
}
