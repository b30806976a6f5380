/// That a meeting was published, or that a published one was moved or called off.
package struct SessionChange: Sendable, Equatable {
  /// Which meeting.
  package let session: Session.ID
  /// Where it was before; nil for one that was published by this.
  package let before: Place?

  /// A change of a meeting.
  package init(session: Session.ID, before: Place?) {
    self.session = session
    self.before = before
  }

  /// A place in time.
  package struct Place: Sendable, Hashable {
    /// When it began.
    package let start: CivilTime
    /// With whom.
    package let advocate: Advocate.ID

    /// A place in time.
    package init(start: CivilTime, advocate: Advocate.ID) {
      self.start = start
      self.advocate = advocate
    }
  }
}
