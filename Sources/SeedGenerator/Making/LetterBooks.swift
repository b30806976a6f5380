import BankumModel

/// Makes the detention orders of a case, backwards from where it stands today, as the codes allow them.
struct LetterBooks {
  /// An order before it has a number.
  struct Period {
    let stage: DetentionStage
    let grant: DetentionGrant
    let first: CivilDate
    let last: CivilDate
  }

  /// The orders of a case and its law.
  struct Chain {
    let law: DetentionLaw
    let periods: [Period]
  }

  private var dice: Dice
  private var mint = IdentifierMint<DetentionTerm>()
  private var serial = 100

  init(_ dice: Dice) {
    self.dice = dice
  }

  /// The orders of somebody detained in `stage` today, from the stage in which he came to the house on.
  mutating func chain(to stage: DetentionStage, today: CivilDate, table: DetentionTermTable) -> Chain {
    func limit(_ stage: DetentionStage, _ grant: DetentionGrant) -> Int {
      (try? table.limit(.new, stage, grant, on: today)) ?? 30
    }
    let grant: DetentionGrant = dice.perMille(560) ? .extension : .first
    let days = limit(stage, grant)
    // A few are held past their last day; for the others the order is somewhere on its way.
    let isOver = dice.perMille(15)
    let elapsed = isOver ? days + dice.from(0...11) : dice.below(days)
    var periods = [period(stage, grant, first: today.adding(days: -elapsed), days: days)]
    let left = days - elapsed
    // An extension that comes in time is on file before it begins.
    if grant == .first, !isOver, left <= 12, dice.perMille(650) {
      periods.append(
        period(stage, .extension, first: periods[0].last.adding(days: 1), days: limit(stage, .extension)))
    }
    prependFirst(stage, to: &periods, limit)
    let entry = entryStage(before: stage)
    for earlier in DetentionStage.allCases.reversed() where earlier < stage && earlier >= entry {
      // The next stage replaces this one before it is used up.
      let wasExtended = dice.perMille(700)
      let days = limit(earlier, wasExtended ? .extension : .first)
      let last = periods[0].first.adding(days: -1 + dice.below(min(days - 2, 12)))
      periods.insert(
        period(earlier, wasExtended ? .extension : .first, first: last.adding(days: 1 - days), days: days), at: 0)
      prependFirst(earlier, to: &periods, limit)
    }
    return Chain(law: law(periods, entry: entry), periods: periods)
  }

  /// Numbered papers of one of the accused: every one has his own.
  mutating func papers(of chain: Chain) -> [Letter] {
    chain.periods.map { period in
      serial += dice.from(1...4)
      return Letter(
        id: mint.next(&dice), stage: period.stage, law: chain.law, grant: period.grant,
        number: number(period), first: period.first, last: period.last)
    }
  }

  private func period(
    _ stage: DetentionStage, _ grant: DetentionGrant, first: CivilDate, days: Int
  ) -> Period {
    Period(stage: stage, grant: grant, first: first, last: DetentionTermTable.lastDay(first: first, days: days))
  }

  private func prependFirst(
    _ stage: DetentionStage, to periods: inout [Period], _ limit: (DetentionStage, DetentionGrant) -> Int
  ) {
    guard periods[0].grant == .extension else { return }
    let days = limit(stage, .first)
    periods.insert(period(stage, .first, first: periods[0].first.adding(days: -days), days: days), at: 0)
  }

  private mutating func entryStage(before stage: DetentionStage) -> DetentionStage {
    switch stage {
    case .investigation: .investigation
    case .prosecution: dice.perMille(800) ? .prosecution : .investigation
    case .trial: dice.perMille(750) ? .prosecution : .trial
    case .appeal, .cassation: dice.perMille(600) ? .trial : stage
    }
  }

  /// Who came in a later stage was under investigation some sixty days before.
  private func law(_ periods: [Period], entry: DetentionStage) -> DetentionLaw {
    guard let newCode = CivilDate(year: 2026, month: 1, day: 2) else { return .old }
    let first = periods[0].first
    let before = [0, 60, 110, 200, 290][entry.order - 1]
    let court = periods.first { $0.stage >= .trial }?.first
    return CodeTransition.law(
      for: CodeTransition.CaseDates(
        investigationBegan: first.adding(days: -before), reachedCourt: court, examinationBegan: court),
      newCodeFrom: newCode)
  }

  private func number(_ period: Period) -> String {
    let (year, month, _) = period.first.components
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"][month - 1]
    switch (period.stage, period.grant) {
    case (.investigation, .first): return "SP.Han/\(serial)/\(roman)/\(year)/Reskrim"
    case (.investigation, _): return "B-\(serial)/L.2.10/Eku.1/\(month)/\(year)"
    case (.prosecution, .first): return "PRINT-\(serial)/L.2.10/Eku.2/\(month)/\(year)"
    case (.prosecution, _), (.trial, _): return "\(serial)/Pen.Pid/\(year)/PN Mdn"
    case (.appeal, _): return "\(serial)/Pen.Pid/\(year)/PT Mdn"
    case (.cassation, _): return "\(serial)/Pen.Pid/\(year)/MA"
    }
  }
}
