import BankumModel

/// A request.
struct Wish {
  var id: Request.ID
  var person: Int
  var service: Service
  var submittedOn: CivilDate
  var channel: Channel
  var topic: String
  var matter: Int?
  var wishPartner: Int?
  var refusedPartner: Int?
  var advocateSex: Sex?
  var skill: Skill?
  var language: String?
  var needs: [Need] = []
  var proof: PovertyProof?
  var permit: VisitPermit?
  var acceptedBy: Int?
  var acceptedOn: CivilDate?
}
