/// What a rule's key means: who sets it, which values it takes, in which unit.
package struct RuleDefinition: Sendable {
  /// Who may set the value.
  package enum Authority: String, Coded {
    /// A statute, a regulation or a court practice; planning warns until the officer has confirmed it.
    case law
    /// The cooperation agreement.
    case agreement
    /// The house itself.
    case house
  }

  /// What a whole number counts.
  package enum Unit: String, Coded {
    case days, workingDays, minutes, hours, years, people, sessions, points, tier
    /// Thousandths.
    case perMille
    /// 0 for no, 1 for yes.
    case flag
    /// No number: a date or a text.
    case none
  }

  /// Which values are taken.
  package enum Limits: Hashable, Sendable {
    /// A whole number in this range.
    case integer(ClosedRange<Int>)
    /// A date.
    case date
    /// A text of at most so many bytes.
    case text(Int)
  }

  /// The key.
  package let key: RuleKey
  /// Who sets it.
  package let authority: Authority
  /// What it counts.
  package let unit: Unit
  /// Which values it takes.
  package let limits: Limits

  /// A definition.
  package init(_ key: RuleKey, _ authority: Authority, _ unit: Unit, _ limits: Limits) {
    self.key = key
    self.authority = authority
    self.unit = unit
    self.limits = limits
  }

  /// Reads a value as `rule set` takes it. Throws `ruleValue`, placed at the key, with what is expected.
  package func value(parsing text: String) throws(ModelError) -> RuleValue {
    let value: RuleValue? =
      switch limits {
      case .integer: Int(text).map(RuleValue.integer)
      case .date: (try? CivilDate(parsing: text)).map(RuleValue.date)
      case .text: .text(text)
      }
    guard let value, accepts(value) else {
      throw ModelError(.ruleValue, place: key.code, value: text, expected: expectation)
    }
    return value
  }

  /// Whether the value has the right type and lies within the limits.
  package func accepts(_ value: RuleValue) -> Bool {
    switch (limits, value) {
    case (.integer(let range), .integer(let number)): range.contains(number)
    case (.date, .date): true
    case (.text(let limit), .text(let text)): !text.isEmpty && text.utf8.count <= limit
    case (.integer, .date), (.integer, .text), (.date, .integer), (.date, .text), (.text, .integer), (.text, .date):
      false
    }
  }

  /// What an error message expects: `a whole number from 1 to 60 (days)`.
  package var expectation: Phrase {
    switch limits {
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound) (\(unit.code))"
    case .date: "a date of the form 2026-11-24"
    case .text(let limit): "a text of at most \(limit) bytes"
    }
  }
}
