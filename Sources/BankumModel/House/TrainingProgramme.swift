/// A certified training or a workshop with its timetable: legal visits are planned around it.
package struct TrainingProgramme: Entity {
  /// Ids are `tp-...`.
  package static let idPrefix = "tp"

  /// The id.
  package let id: Identifier<TrainingProgramme>
  /// The name: barbershop, bread, tempe.
  package var name: String
  /// How firmly its hours stand.
  package var kind: TrainingKind
  /// The hours of the week.
  package var timetable: [ClassHours]

  /// Takes the fields as they are; `problems` says what is wrong with them.
  package init(id: ID, name: String, kind: TrainingKind, timetable: [ClassHours]) {
    self.id = id
    self.name = name
    self.kind = kind
    self.timetable = timetable
  }

  /// The class hours of the day, in no order.
  package func classHours(on date: CivilDate) -> [MinuteRange] {
    timetable.filter { $0.takesPlace(on: date) }.map(\.hours)
  }

  /// The minutes of class that a meeting would cost on the day.
  package func minutesLost(on date: CivilDate, during meeting: MinuteRange) -> Int {
    OpeningHours(classHours(on: date)).intersection(OpeningHours([meeting])).minutes
  }

  /// No name, dates backwards.
  package var problems: [Problem] {
    var list = ProblemList()
    list.requireText(name, "name", .programmeName)
    for (index, entry) in timetable.enumerated() {
      list.requireOrder(entry.days.first, entry.days.last, "timetable[\(index)].days")
    }
    return list.problems
  }

  /// What is wrong with an inmate who is to attend: a certified programme takes residents of Medan only.
  package func problems(ofTrainee inmate: Inmate) -> [Problem] {
    guard kind == .certified, inmate.residence != .medan else { return [] }
    return [Problem(place: "residence", value: inmate.residence.text, expected: "Kota Medan")]
  }
}
