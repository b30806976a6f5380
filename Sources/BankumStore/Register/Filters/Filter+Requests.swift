package import BankumModel

extension Filter where Value == Request {
  /// Everybody's, ended ones too, the oldest first.
  package static var everyone: Filter { Filter("1", order: "submitted_on, id") }

  /// What a partner holds, and what it has served and no other partner holds; ended ones too.
  package static func reached(by partner: Partner.ID) -> Filter {
    Filter(
      """
      offer_partner = ? OR offer_partner IS NULL AND id IN (
        SELECT request FROM session WHERE partner = ? AND request IS NOT NULL
          AND state IN ('held', 'cutShort', 'noShowAdvocate', 'refusedByInmate', 'notBrought', 'unreported'))
      """, [.id(partner), .id(partner)], order: "submitted_on, id")
  }
}

extension Filter where Value == Session {
  /// Those of one state.
  package static func state(_ state: SessionState) -> Filter {
    Filter("state = ?", [.text(state.code)], order: "day, start_minute, id")
  }
}
