import BankumModel

/// What the house has set about population files, on the day of an import.
struct ImportRules {
  /// Departures of more than so many thousandths of those who are expected have to be confirmed by their number.
  let departuresPerMille: Int
  /// Whether women are held here; if not, one in the file is a mistake of the file, or of the place.
  let holdsWomen: Bool
  /// Who is younger is in the wrong house.
  let minimumAge: Int

  init(_ rules: RuleTable, on date: CivilDate) throws(OfficeError) {
    do throws(ModelError) {
      departuresPerMille = try rules.integer(.departureLimit, on: date)
      holdsWomen = try rules.flag(.holdsWomen, on: date)
      minimumAge = try rules.integer(.minimumAge, on: date)
    } catch {
      throw OfficeError.refused(
        .planning(.missingFacts(error.problems.first?.place ?? "", error.problems.first?.value ?? "")))
    }
  }

  /// Whether so many departures of so many people are more than usual.
  func isUnusual(_ departures: Int, of expected: Int) -> Bool { departures * 1000 > expected * departuresPerMille }

  /// What is odd about somebody in this house.
  func flags(_ inmate: Inmate, on today: CivilDate) -> [ReviewKind] {
    var flags: [ReviewKind] = []
    if inmate.sex == .female, !holdsWomen { flags.append(.woman) }
    if let age = inmate.age(on: today), age < minimumAge { flags.append(.underAge) }
    return flags
  }
}
