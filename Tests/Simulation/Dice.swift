import BankumModel
import BankumTesting
import SeededNumbers

/// Dice whose every throw follows from the seed, from what it decides, from whom it concerns and from the day.
///
/// No throw depends on how often others were thrown before: what happens to somebody on a day is the same whatever a
/// policy has planned. That is what makes policies comparable side by side.
struct Dice {
  /// What a throw decides.
  enum Subject: UInt64 {
    /// Letters, hearings, people who come and go, counsel who falls ill, requests: everything of one day.
    case world = 1
    /// What a partner answers to an offer.
    case reply
    /// How a meeting of the day ends.
    case outcome
    /// When an outcome is reported.
    case report
    /// Whether another meeting is needed.
    case followUp
    /// Whether an inmate who stayed away refuses counsel for good.
    case refusal
    /// When a request is taken back.
    case withdrawal
    /// The ids of meetings and mandates.
    case id
    /// On which partner's list a request is put down (`paper`).
    case list
  }

  let seed: UInt64

  init(_ seed: UInt64) { self.seed = seed }

  /// The throws about a subject, somebody and a day.
  func generator(_ subject: Subject, _ keys: UInt64...) -> SeededGenerator {
    var mixed = seed
    for key in [subject.rawValue] + keys {
      var step = SeededGenerator(seed: mixed ^ (key &* 0xD6E8_FEB8_6659_FD93))
      mixed = step.next()
    }
    return SeededGenerator(seed: mixed)
  }

  /// The throws about somebody on a day.
  func generator(_ subject: Subject, _ key: UInt64, on date: CivilDate) -> SeededGenerator {
    generator(subject, key, UInt64(bitPattern: Int64(date.dayNumber)))
  }
}

extension SeededGenerator {
  /// A number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True in so many of a thousand cases.
  mutating func chance(_ perMille: Int) -> Bool { number(1...1000) <= perMille }

  /// So many things a week, spread over its five working days.
  mutating func daily(ofWeek count: Int) -> Int {
    count / 5 + (number(0...4) < count % 5 ? 1 : 0)
  }
}
