import BankumModel

/// How the offices of a facility write: the same habits all through a file, with slips now and then.
struct Clerk {
  private var dice: Dice
  /// Slips in a thousand fields.
  private let slips: Int

  init(_ options: Options, _ file: String) {
    dice = Dice(seed: options.seed, purpose: "clerk \(file)")
    slips = options.dirt * 4
  }

  /// A date: `d/m/Y` as a rule, else one of the other forms that exports and hands produce.
  mutating func date(_ date: CivilDate?) -> String {
    guard let date else { return "" }
    let (year, month, day) = date.components
    let usual = "\(padded(day))/\(padded(month))/\(year)"
    guard slips > 0, dice.perMille(slips) else { return usual }
    let short = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nop", "Des"]
    switch dice.below(6) {
    // Two digits of a year are only clear for days that are not long ago.
    case 0 where year >= 2015: return "\(padded(day))-\(padded(month))-\(padded(year % 100))"
    case 1: return "\(date.dayNumber + 25_569)"
    case 2: return "\(day) \(short[month - 1]) \(year)"
    case 3: return "\(day)/\(month)/\(year)"
    case 4: return "\(padded(day))-\(padded(month))-\(year)"
    default: return date.text
    }
  }

  /// A register number in one of its spellings.
  mutating func number(_ number: RegisterNumber) -> String {
    guard slips > 0, dice.perMille(slips) else { return number.text }
    let tight = number.book.code.filter { $0 != "." }
    let mark = number.mark.isEmpty ? "" : "\(number.mark)."
    let tail = "\(number.serial)/\(number.year)"
    switch dice.below(6) {
    case 0: return "\(number.book.code). \(mark)\(mark.isEmpty ? "" : " ")\(tail)"
    case 1: return "\(tight). \(mark)\(tail)"
    case 2: return "\(tight) \(mark.isEmpty ? "" : mark + " ")\(tail)"
    case 3 where number.book.stage != nil:
      return "A\(number.book.stage?.order ?? 1). \(mark)\(tail)"
    case 4: return "\(number.book.code.lowercased()).\(mark.lowercased())\(tail)"
    default: return "\(number.book.code).\(mark)\(String(repeating: "0", count: 1))\(tail)"
    }
  }

  /// One of several ways to write the same; the first as a rule.
  mutating func word(_ ways: [String]) -> String {
    slips > 0 && dice.perMille(slips) ? dice.pick(ways) : ways[0]
  }

  /// A text with the spaces that forms collect.
  mutating func spaced(_ text: String) -> String {
    guard slips > 0, dice.perMille(slips / 3) else { return text }
    return dice.pick([
      "\(text) ", " \(text)", text.split(separator: " ").joined(separator: "  "),
      text.split(separator: " ").joined(separator: "\u{A0}"),
    ])
  }

  /// A choice for the whole file; the first without dirt.
  mutating func habit<Value>(_ choices: [(Value, Int)]) -> Value { slips > 0 ? dice.pick(choices) : choices[0].0 }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
