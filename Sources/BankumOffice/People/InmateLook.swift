import BankumModel
import BankumStore

/// Looks up what a list says of people besides their records, each thing once.
struct InmateLook {
  private let reading: Reading
  private let today: CivilDate
  private let clock: DetentionClock
  private var blocks: [Block.ID: Block]
  private let terms: [Inmate.ID: [DetentionTerm]]?
  private let absences: [Inmate.ID: [Absence]]?

  /// - everybody: Whether orders and absences of all are read at once instead of one person's at a time.
  init(_ reading: Reading, today: CivilDate, everybody: Bool) throws {
    self.reading = reading
    self.today = today
    clock = try DetentionClock(rules: reading.rules(), on: today)
    blocks = Dictionary(try reading.all(Block.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    terms = everybody ? Dictionary(grouping: try reading.all(DetentionTerm.self), by: \.inmate) : nil
    absences = everybody ? Dictionary(grouping: try reading.all(Absence.self), by: \.inmate) : nil
  }

  mutating func entry(_ inmate: Inmate) throws -> InmateEntry {
    let own = try absences.map { $0[inmate.id] ?? [] } ?? reading.list(Filter<Absence>.of(inmate.id))
    let letters = try terms.map { $0[inmate.id] ?? [] } ?? reading.list(Filter<DetentionTerm>.of(inmate.id))
    // Nobody's clock runs here after he has left.
    let isHeld = inmate.isDetainee && inmate.presence.isPlannable
    return InmateEntry(
      inmate: inmate, block: inmate.block.flatMap { blocks[$0] },
      detention: clock.status(
        isDetainee: isHeld, terms: letters, suspensions: own.compactMap(\.suspension), on: today),
      absence: own.first { $0.days.contains(today) })
  }
}
