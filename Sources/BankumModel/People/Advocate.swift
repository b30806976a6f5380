/// Somebody who gives legal aid for one partner: an advocate or a paralegal.
package struct Advocate: Entity {
  /// Ids are `ad-...`.
  package static let idPrefix = "ad"

  /// The id.
  package let id: Identifier<Advocate>
  /// For whom.
  package var partner: Partner.ID
  /// The name.
  package var name: String
  /// Advocate or paralegal.
  package var kind: AdvocateKind
  /// The sex, for those who ask for one.
  package var sex: Sex
  /// What he knows well.
  package var skills: Set<Skill>
  /// What he speaks.
  package var languages: Set<LanguageCode>
  /// The number of licence or certificate.
  package var licenceNumber: String?
  /// The days on which licence or certificate hold.
  package var licence: OpenDateRange
  /// The days on which he works for the partner.
  package var employment: OpenDateRange
  /// The most meetings on a day.
  package var dailyCap: Int
  /// The most meetings in a week, Monday to Sunday.
  package var weeklyCap: Int
  /// Days on which he cannot come, whatever his hours say.
  package var absences: [DateRange]

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(
    id: ID, partner: Partner.ID, name: String, kind: AdvocateKind, sex: Sex, skills: Set<Skill> = [],
    languages: Set<LanguageCode> = [.indonesian], licenceNumber: String? = nil, licence: OpenDateRange,
    employment: OpenDateRange, dailyCap: Int = 8, weeklyCap: Int = 20, absences: [DateRange] = []
  ) {
    self.id = id
    self.partner = partner
    self.name = name
    self.kind = kind
    self.sex = sex
    self.skills = skills
    self.languages = languages
    self.licenceNumber = licenceNumber
    self.licence = licence
    self.employment = employment
    self.dailyCap = dailyCap
    self.weeklyCap = weeklyCap
    self.absences = absences
  }

  /// What stops new offers on a day, and what will lapse within so many days; the partner's credentials come on top.
  package func credentialStatus(on date: CivilDate, warningDays: Int) -> CredentialStatus {
    CredentialStatus([(.licence, licence), (.employment, employment)], on: date, warningDays: warningDays)
  }

  /// Whether he is away on the day.
  package func isAbsent(on date: CivilDate) -> Bool { absences.contains { $0.contains(date) } }

  /// No name, dates backwards, no language, caps that allow nothing.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireText(name, "name", .name)
    list.requireOptionalText(licenceNumber, "licenceNumber", .licenceNumber)
    list.requireOrder(licence.first, licence.last, "licence")
    list.requireOrder(employment.first, employment.last, "employment")
    list.require(!languages.isEmpty, "languages", "", expected: "at least one language")
    list.require(dailyCap, in: 1...50, "dailyCap")
    list.require(weeklyCap, in: 1...200, "weeklyCap")
    return list.problems
  }
}
