package import BankumModel
import BankumStore

/// A programme with how many attend it.
package struct TrainingEntry: Sendable {
  /// The programme.
  package let programme: TrainingProgramme
  /// How many of those who are here; nil for a partner.
  package let trainees: Int?
}

extension Office {
  /// Certified programmes first, then workshops, by name.
  /// - Throws: `StoreError`.
  package func listTraining(_ scope: Scope) async throws -> [TrainingEntry] {
    try await register.readUnaudited { reading in
      var trainees: [TrainingProgramme.ID: Int] = [:]
      if scope.reach == .house {
        for inmate in try reading.list(Filter<Inmate>.plannable) {
          for programme in inmate.training { trainees[programme, default: 0] += 1 }
        }
      }
      return try reading.all(TrainingProgramme.self).sorted {
        ($0.kind.code, $0.name, $0.id.text) < ($1.kind.code, $1.name, $1.id.text)
      }.map {
        TrainingEntry(programme: $0, trainees: scope.reach == .house ? trainees[$0.id] ?? 0 : nil)
      }
    }
  }

  /// Gives a programme its hours on a weekday from a day on; none: no class on it. What was before ends the day before.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func setTraining(
    _ text: String, _ weekday: Weekday, _ hours: OpeningHours, _ days: OpenDateRange,
    _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    try await write(order) { transaction in
      var programme = try transaction.programme(resolving: text)
      programme.timetable = programme.timetable.compactMap { entry in
        guard entry.weekday == weekday, entry.days.overlaps(days) else { return entry }
        guard entry.days.first < days.first else { return nil }
        var ended = entry
        ended.days.last = days.first.adding(days: -1)
        return ended
      }
      programme.timetable += hours.ranges.map { ClassHours(weekday: weekday, hours: $0, days: days) }
      try transaction.put(programme)
      transaction.audit(targets: [programme.id.text])
      return RegisterOutcome(programme.id)
    }
  }
}
