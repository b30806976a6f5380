import BankumModel

/// A detention order.
struct Letter {
  var id: DetentionTerm.ID
  var stage: DetentionStage
  var law: DetentionLaw
  var grant: DetentionGrant
  var number: String
  var first: CivilDate
  var last: CivilDate
}
