/// A decision that a partner may serve somebody in spite of the wall. It takes a reason and two people.
package struct ConflictOverride: Hashable, Sendable {
  /// Whom it may serve.
  package var inmate: Inmate.ID
  /// Which partner.
  package var partner: Partner.ID
  /// Why.
  package var reason: String
  /// The account that asked for it.
  package var askedBy: String
  /// The account that confirmed it; nil: not yet.
  package var confirmedBy: String?

  /// Takes the fields as they are.
  package init(inmate: Inmate.ID, partner: Partner.ID, reason: String, askedBy: String, confirmedBy: String? = nil) {
    self.inmate = inmate
    self.partner = partner
    self.reason = reason
    self.askedBy = askedBy
    self.confirmedBy = confirmedBy
  }

  /// Whether it holds: a reason, and confirmed by somebody else than who asked.
  package var isValid: Bool {
    guard let confirmedBy else { return false }
    return confirmedBy != askedBy && reason.utf8.contains { $0 != 0x20 }
  }
}
