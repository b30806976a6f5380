/// What the soft wishes are worth, in the unit of the requests' weights. None is negative.
package struct Weights: Sendable, Equatable {
  /// For each day that a session lies before the last day.
  package var earlyPerDay: Int
  /// For a session with the request's preferred advocate.
  package var continuity: Int
  /// For an advocate who has the request's skill.
  package var skill: Int
  /// Lost for each session by which a partner's load differs from its target.
  package var fairPerSession: Int
  /// Lost for each published session that does not stay exactly as it is.
  package var change: Int

  /// Makes weights.
  package init(earlyPerDay: Int = 0, continuity: Int = 0, skill: Int = 0, fairPerSession: Int = 0, change: Int = 0) {
    self.earlyPerDay = earlyPerDay
    self.continuity = continuity
    self.skill = skill
    self.fairPerSession = fairPerSession
    self.change = change
  }
}
