/// The type of a message's parameter, named in the catalogue as here.
package enum ParameterType: String, Sendable, CaseIterable {
  /// Any text; shown as it is.
  case string = "String"
  /// A quantity; grouped (`3,290`, `3.290`) and able to choose a plural.
  case quantity = "Int"
  /// A whole number that names something (uid, line, process); never grouped.
  case digits = "Digits"
  /// Texts joined by commas.
  case list = "[String]"
  /// A day, `Tue 24 Nov 2026`.
  case day = "CivilDay"
  /// A time of day, `10:00`.
  case time = "ClockTime"
  /// Another message, rendered in the same language: the name of a state, of a kind.
  case message = "Message"

  /// All names, for messages to translators.
  static let names = allCases.map(\.rawValue).joined(separator: ", ")

  /// The type of the Swift parameter.
  var swiftType: String { self == .digits ? "Int" : rawValue }

  /// The case of `Message.Value` that holds an argument of this type.
  var valueCase: String {
    switch self {
    case .string: "text"
    case .quantity: "quantity"
    case .digits: "digits"
    case .list: "list"
    case .day: "day"
    case .time: "time"
    case .message: "message"
    }
  }

  /// A Swift expression for the message's example in tests.
  func example(named name: String) -> String {
    switch self {
    case .string: "\"<\(name)>\""
    case .quantity, .digits: "3290"
    case .list: "[\"<\(name)1>\", \"<\(name)2>\"]"
    case .day: "CivilDay(year: 2026, month: 11, day: 24)"
    case .time: "ClockTime(600)"
    case .message:
      "Message(key: \"example\", english: \"<\(name)>\", indonesian: \"<\(name)>\", values: [])"
    }
  }
}
