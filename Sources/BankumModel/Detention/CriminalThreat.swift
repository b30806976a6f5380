/// The heaviest punishment that the law threatens for the offence charged.
package enum CriminalThreat: Hashable, Sendable {
  /// So many years of imprisonment.
  case years(Int)
  /// For life.
  case life
  /// Death.
  case death

  /// The threat as registers and files write it: `15`, `life`, `death`.
  package var code: String {
    switch self {
    case .years(let years): "\(years)"
    case .life: "life"
    case .death: "death"
    }
  }

  /// Reads a threat; throws `syntax`, or `range` for more than 100 years.
  package init(parsing text: String) throws(ModelError) {
    switch text {
    case "life": self = .life
    case "death": self = .death
    default:
      guard let years = DecimalText.value(of: text.utf8) else {
        throw ModelError(.syntax, value: text, expected: "years, life or death")
      }
      guard years <= 100 else { throw ModelError(.range, value: text, expected: "at most 100 years") }
      self = .years(years)
    }
  }

  /// Whether it is at least so many years; life and death always are.
  package func isAtLeast(years limit: Int) -> Bool {
    if case .years(let years) = self { years >= limit } else { true }
  }
}
