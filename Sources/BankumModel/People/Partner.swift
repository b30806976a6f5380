/// A legal-aid organisation (*LBH*) of the cooperation agreement.
///
/// A lapse of agreement or accreditation stops new offers; mandates stay and are flagged: counsel serves until the
/// matter is finished.
package struct Partner: Entity {
  /// Ids are `pa-...`.
  package static let idPrefix = "pa"

  /// The id.
  package let id: Identifier<Partner>
  /// The full name.
  package var name: String
  /// What lists print, at most 20 bytes, unique.
  package var shortName: String
  /// The days of its agreement with the house.
  package var agreement: OpenDateRange
  /// The class.
  package var accreditationClass: AccreditationClass
  /// The days of its accreditation.
  package var accreditation: OpenDateRange
  /// The weighted open load it says it can carry, in points of `fairness.load`.
  package var capacity: Int
  /// Its agreed share of new matters in thousandths.
  package var sharePerMille: Int
  /// The most meetings a planning horizon may give it; nil: no limit.
  package var quota: Int?

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, name: String, shortName: String, agreement: OpenDateRange, accreditationClass: AccreditationClass,
    accreditation: OpenDateRange, capacity: Int, sharePerMille: Int, quota: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.agreement = agreement
    self.accreditationClass = accreditationClass
    self.accreditation = accreditation
    self.capacity = capacity
    self.sharePerMille = sharePerMille
    self.quota = quota
  }

  /// What stops new offers on a day, and what will lapse within so many days.
  package func credentialStatus(on date: CivilDate, warningDays: Int) -> CredentialStatus {
    CredentialStatus([(.agreement, agreement), (.accreditation, accreditation)], on: date, warningDays: warningDays)
  }

  /// No name, dates backwards, negative capacity, a share above the whole.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireText(name, "name", .name)
    list.requireText(shortName, "shortName", .shortName)
    list.requireOrder(agreement.first, agreement.last, "agreement")
    list.requireOrder(accreditation.first, accreditation.last, "accreditation")
    list.require(capacity, in: 0...100_000, "capacity")
    list.require(sharePerMille, in: 0...1000, "sharePerMille")
    if let quota { list.require(quota, in: 0...100_000, "quota") }
    return list.problems
  }
}
