/// Where a meeting stands. The codes are part of the contract.
package enum SessionState: String, Coded {
  /// Planned, not published: nobody outside the house sees it.
  case draft
  /// Published; the partner has not accepted the request yet.
  case offered
  /// Published, and the partner has accepted.
  case confirmed
  /// Took place.
  case held
  /// Took place, but was ended early by the house.
  case cutShort
  /// Counsel did not come.
  case noShowAdvocate
  /// The inmate did not want to come.
  case refusedByInmate
  /// The house did not bring him.
  case notBrought
  /// Called off before it began.
  case cancelled
  /// Nobody has said how it ended; never counted as held.
  case unreported

  /// Whether it takes time and place in the schedule.
  package var isPlanned: Bool { self == .draft || self == .offered || self == .confirmed }

  /// Whether it is published and still to come.
  package var isPublished: Bool { self == .offered || self == .confirmed }

  /// Whether counsel and inmate met: resets the waiting and counts as served.
  package var isMeeting: Bool { self == .held || self == .cutShort }

  /// Whether it was lost through no fault of the inmate: lifts his rank.
  package var isLostWithoutFault: Bool { self == .noShowAdvocate || self == .notBrought }
}
