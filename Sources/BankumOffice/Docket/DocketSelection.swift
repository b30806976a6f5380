import BankumModel
import BankumStore

/// Which lines a question means, once it is known that the one who asks may ask it.
struct DocketSelection: Sendable {
  let days: DateRange
  let advocate: Advocate.ID?
  let partner: Partner.ID?
  let block: Block.ID?

  /// What is out of reach does not exist.
  /// - Throws: `OfficeError`: `notFound`; `invalid` for days that are none or too many.
  init(_ question: DocketQuestion, _ scope: Scope, _ house: DocketHouse, today: CivilDate) throws(OfficeError) {
    days = try Self.days(question, today: today)
    var advocate = question.advocate
    if case .partner(let partner, let own) = scope.reach {
      // Without another word an advocate means himself.
      if question.advocate == nil, question.partner == nil, question.block == nil { advocate = own }
      if let asked = question.partner, asked != partner { throw OfficeError.notFound("partner", asked.text) }
    }
    if let advocate {
      guard scope.reach != .gate, let found = house.advocates[advocate],
        scope.partner == nil || found.partner == scope.partner,
        question.partner == nil || found.partner == question.partner
      else { throw OfficeError.notFound("advocate", advocate.text) }
    }
    if let asked = question.partner {
      guard scope.reach != .gate, house.partners[asked] != nil else {
        throw OfficeError.notFound("partner", asked.text)
      }
    }
    self.advocate = advocate
    partner = question.partner ?? scope.partner
    if let asked = question.block {
      guard let found = house.block(asked) else { throw OfficeError.notFound("block", asked) }
      block = found
    } else {
      block = nil
    }
  }

  private static func days(_ question: DocketQuestion, today: CivilDate) throws(OfficeError) -> DateRange {
    if let week = question.week {
      for (place, day) in [("from", question.from), ("to", question.to)] {
        if let day { throw OfficeError.invalid(place, day.text, .absent) }
      }
      return DateRange(first: week.adding(days: 1 - week.weekday.isoNumber), days: 7)
    }
    let first = question.from ?? today
    guard let days = DateRange(first, question.to ?? first.adding(days: 6)), days.count <= 366 else {
      throw OfficeError.invalid("to", question.to?.text, .dayFrom(first))
    }
    return days
  }

  /// Whether it means a line.
  func includes(_ line: DocketLine) -> Bool {
    includes(line.session.date, line.session.advocate) && isOfSubject(line)
  }

  /// Whether it means a meeting where it is now or where it was.
  func includes(_ line: DocketLine, before: SessionChange.Place?) -> Bool {
    isOfSubject(line)
      && (includes(line.session.date, line.session.advocate)
        || before.map { includes($0.start.date, $0.advocate) } ?? false)
  }

  private func includes(_ day: CivilDate, _ advocate: Advocate.ID) -> Bool {
    days.contains(day) && (self.advocate == nil || self.advocate == advocate)
  }

  private func isOfSubject(_ line: DocketLine) -> Bool {
    (partner == nil || line.session.partner == partner) && (block == nil || line.inmate.block == block)
  }
}
