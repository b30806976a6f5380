extension HouseRule {
  /// Whether two people of the house may decide, with a reason, that a meeting takes place in spite of it.
  ///
  /// Not where it cannot take place (somebody is gone, or in two places at once), not where another decision is
  /// the way (the pin, the wall, a partner that holds the request), and not for what a run alone says.
  package var isOverridable: Bool {
    switch self {
    case .requestClosed, .inmateGone, .past, .inmateBusy, .advocateBusy, .roomBusy, .notEmployed, .pinned, .frozen,
      .timeGrid, .leftFree, .heldByOtherPartner:
      false
    default: !isConflict
    }
  }
}
