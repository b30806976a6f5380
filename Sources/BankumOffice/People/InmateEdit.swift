package import BankumModel

/// What somebody wants changed in a record; what is nil or `keep` stays.
package struct InmateEdit: Sendable, Equatable {
  /// The name.
  package var name: String?
  /// Other names, all of them.
  package var aliases: [String]?
  /// *Nomor induk*.
  package var serialNumber = Edit<String>.keep
  /// The date of birth.
  package var birthDate = Edit<CivilDate>.keep
  /// The sex.
  package var sex: Sex?
  /// The regency or city; empty: unknown.
  package var residence: String?
  /// The day of entry.
  package var enteredOn: CivilDate?
  /// The end of a convict's sentence.
  package var sentenceEndsOn = Edit<CivilDate>.keep
  /// Languages, all of them, the best first.
  package var languages: [LanguageCode]?
  /// Needs, all of them.
  package var needs: [Need]?
  /// Programmes and workshops, all of them, by id or name.
  package var training: [String]?

  /// Nothing.
  package init() {}

  /// The record afterwards; names of programmes are looked up.
  /// - Throws: `OfficeError`: `notFound`; `invalid` for certified training of somebody who is no resident.
  func applied(to before: Inmate, _ programme: (String) throws -> TrainingProgramme) throws -> Inmate {
    var inmate = before
    inmate.name = name ?? inmate.name
    inmate.aliases = aliases ?? inmate.aliases
    inmate.serialNumber = serialNumber.applied(to: inmate.serialNumber)
    inmate.birthDate = birthDate.applied(to: inmate.birthDate)
    inmate.sex = sex ?? inmate.sex
    if let residence { inmate.residence = Residence(parsing: residence) }
    inmate.enteredOn = enteredOn ?? inmate.enteredOn
    inmate.sentenceEndsOn = sentenceEndsOn.applied(to: inmate.sentenceEndsOn)
    inmate.languages = languages ?? inmate.languages
    if let needs { inmate.needs = Set(needs) }
    if let training { inmate.training = Set(try training.map(programme).map(\.id)) }
    guard training != nil || residence != nil else { return inmate }
    for id in inmate.training.sorted(by: { $0.text < $1.text }) {
      let found = try programme(id.text)
      guard !found.problems(ofTrainee: inmate).isEmpty else { continue }
      throw OfficeError.invalid(
        training == nil ? "residence" : "training", training == nil ? residence : found.name, .residentTrainee)
    }
    return inmate
  }
}
