import BankumAPI
import BankumWords

/// Something wrong with the configuration file, with its place.
struct ConfigurationProblem: Error, Sendable, Equatable {
  /// `FILE:LINE:COLUMN`, or `FILE` when the whole file is meant.
  let place: String
  /// What stands there.
  let value: String?
  /// The whole sentence, place and all.
  let message: Message

  /// The problem as a method answers it.
  func problem(in language: Language) -> InputProblem {
    // The sentence begins with the place, which stands in a field of its own here.
    let text = message.text(in: language)
    let expected = text.hasPrefix(place + ": ") ? String(text.dropFirst(place.count + 2)) : text
    return InputProblem(place: place, value: value, expected: expected)
  }
}
