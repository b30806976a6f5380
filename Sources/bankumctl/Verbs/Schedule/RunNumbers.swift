import BankumWords

/// The numbers of runs as people read them.
enum RunNumbers {
  /// A share in hundredths of a percent, rounded up: a gap is never told smaller than it is.
  static func percent(_ share: Double, _ language: Language) -> String {
    decimal(Int((share * 10_000).rounded(.up)), places: 2, language)
  }

  /// Thousandths as percent: `25 %`, `12,5 %`.
  static func percent(thousandths: Int, _ language: Language) -> String {
    (thousandths % 10 == 0 ? "\(thousandths / 10)" : decimal(thousandths, places: 1, language)) + " %"
  }

  /// How many exceptions a certificate of fairness has.
  static func fairness(_ exceptions: Int) -> Message {
    exceptions == 0 ? .runFairnessNone : .runFairness(count: exceptions)
  }

  /// Seconds with one decimal.
  static func seconds(_ milliseconds: Int, _ language: Language) -> String {
    decimal(milliseconds / 100, places: 1, language)
  }

  /// A time of the wire to the minute: 2026-11-24 10:00.
  static func moment(_ text: String) -> String {
    "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  private static func decimal(_ value: Int, places: Int, _ language: Language) -> String {
    let digits = String(repeating: "0", count: max(0, places + 1 - String(value).count)) + String(value)
    return digits.dropLast(places) + (language == .english ? "." : ",") + digits.suffix(places)
  }
}
