/// The registrar's decision about two people of a case, with its reason.
package struct PartyRelation: Hashable, Sendable {
  /// The two.
  package var pair: InmatePair
  /// What was decided.
  package var kind: PartyRelationKind
  /// Why; never shown to a partner or an inmate.
  package var reason: String
  /// When.
  package var decidedOn: CivilDate

  /// Takes the fields as they are.
  package init(pair: InmatePair, kind: PartyRelationKind, reason: String, decidedOn: CivilDate) {
    self.pair = pair
    self.kind = kind
    self.reason = reason
    self.decidedOn = decidedOn
  }
}
