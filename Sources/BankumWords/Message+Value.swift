extension Message {
  /// A value in a message, by the way it is written.
  package enum Value: Sendable, Equatable {
    /// Shown as it is.
    case text(String)
    /// A quantity: grouped, and able to choose a plural.
    case quantity(Int)
    /// A number that names something: never grouped.
    case digits(Int)
    /// Joined by commas.
    case list([String])
    /// A day with its weekday.
    case day(CivilDay)
    /// A time of day.
    case time(ClockTime)
    /// Rendered in the same language.
    case message(Message)

    /// The value as it stands in a text of this language.
    package func text(in language: Language) -> String {
      switch self {
      case .text(let text): text
      case .quantity(let number): language.quantity(number)
      case .digits(let number): String(number)
      case .list(let texts): language.list(texts)
      case .day(let day): language.day(day)
      case .time(let time): language.time(time)
      case .message(let message): message.text(in: language)
      }
    }

    /// The value with each text that came from outside changed.
    func mapTexts(_ change: (String) -> String) -> Value {
      switch self {
      case .text(let text): .text(change(text))
      case .list(let texts): .list(texts.map(change))
      case .message(let message): .message(message.mapTexts(change))
      case .quantity, .digits, .day, .time: self
      }
    }
  }
}
