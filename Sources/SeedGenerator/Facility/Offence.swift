import BankumModel

/// A kind of offence as the sample's files write it.
struct Offence: Equatable {
  /// What the file says; the paragraphs are left out, the offences are what matters.
  let articles: String
  /// The heaviest punishments threatened that occur.
  let threats: [CriminalThreat]
  /// What counsel should know.
  let skill: Skill
  /// The mark in register numbers.
  let mark: String
  /// The middle of a case number.
  let caseKind: String
  /// Of a thousand cases, so many.
  let weight: Int

  static let all = [
    Offence(
      articles: "Narkotika: menguasai", threats: [.years(12), .years(12), .years(20)], skill: .narcotics, mark: "N",
      caseKind: "Pid.Sus", weight: 340),
    Offence(
      articles: "Narkotika: mengedarkan", threats: [.years(20), .life, .death], skill: .narcotics, mark: "N",
      caseKind: "Pid.Sus", weight: 190),
    Offence(
      articles: "Pencurian", threats: [.years(5), .years(7)], skill: .property, mark: "", caseKind: "Pid.B",
      weight: 170),
    Offence(
      articles: "Penggelapan dan penipuan", threats: [.years(4)], skill: .property, mark: "", caseKind: "Pid.B",
      weight: 80),
    Offence(
      articles: "Penganiayaan", threats: [.years(5), .years(9)], skill: .violence, mark: "", caseKind: "Pid.B",
      weight: 70),
    Offence(
      articles: "Pembunuhan", threats: [.years(15), .life], skill: .violence, mark: "", caseKind: "Pid.B", weight: 25),
    Offence(
      articles: "Pencurian dengan kekerasan", threats: [.years(9), .years(12)], skill: .violence, mark: "",
      caseKind: "Pid.B", weight: 50),
    Offence(
      articles: "Kekerasan seksual", threats: [.years(12), .years(15)], skill: .sexualOffence, mark: "",
      caseKind: "Pid.Sus", weight: 35),
    Offence(
      articles: "Tindak pidana korupsi", threats: [.years(20)], skill: .corruption, mark: "",
      caseKind: "Pid.Sus-TPK", weight: 20),
    Offence(
      articles: "Perdagangan orang", threats: [.years(15)], skill: .trafficking, mark: "", caseKind: "Pid.Sus",
      weight: 10),
    Offence(
      articles: "Keimigrasian", threats: [.years(5)], skill: .immigration, mark: "", caseKind: "Pid.Sus", weight: 10),
  ]
}
