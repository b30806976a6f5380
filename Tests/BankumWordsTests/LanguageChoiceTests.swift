import Testing

@testable import BankumWords

struct LanguageChoiceTests {
  /// What is given, and the language that must come out.
  struct Row: Sendable, CustomTestStringConvertible {
    var option: Language?
    var environment: [String: String] = [:]
    var configuration: Language?
    let expected: Language

    var testDescription: String {
      "\(option.debugDescription) \(environment) \(configuration.debugDescription) -> \(expected)"
    }
  }

  static let rows: [Row] = [
    Row(expected: .indonesian),
    Row(configuration: .english, expected: .english),
    Row(environment: ["LANG": "en_US.UTF-8"], expected: .english),
    Row(environment: ["LANG": "en_US.UTF-8"], configuration: .indonesian, expected: .english),
    Row(environment: ["LANG": "id_ID.UTF-8"], configuration: .english, expected: .indonesian),
    Row(option: .indonesian, environment: ["LC_ALL": "en_GB"], configuration: .english, expected: .indonesian),
    Row(option: .english, environment: ["LC_ALL": "id_ID"], expected: .english),
    // A locale that decides nothing leaves the decision to the configuration.
    Row(environment: ["LANG": "C"], configuration: .english, expected: .english),
    Row(environment: ["LANG": "C.UTF-8"], expected: .indonesian),
    Row(environment: ["LANG": "POSIX"], configuration: .english, expected: .english),
    Row(environment: ["LANG": "de_DE.UTF-8"], configuration: .english, expected: .english),
    Row(environment: ["LANG": "fr"], expected: .indonesian),
    // The first variable that is set and not empty decides alone.
    Row(environment: ["LC_ALL": "id_ID", "LC_MESSAGES": "en_US", "LANG": "en_US"], expected: .indonesian),
    Row(environment: ["LC_MESSAGES": "id_ID", "LANG": "en_US"], configuration: .english, expected: .indonesian),
    Row(environment: ["LC_ALL": "C", "LANG": "en_US.UTF-8"], expected: .indonesian),
    Row(environment: ["LC_MESSAGES": "de_DE", "LANG": "en_US.UTF-8"], expected: .indonesian),
    Row(environment: ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8"], expected: .english),
    // Other variables of the locale say nothing about texts.
    Row(environment: ["LC_TIME": "en_US", "LC_CTYPE": "en_US.UTF-8", "LANGUAGE": "en"], expected: .indonesian),
    // The forms of a locale's name.
    Row(environment: ["LANG": "en"], expected: .english),
    Row(environment: ["LANG": "en.UTF-8"], expected: .english),
    Row(environment: ["LANG": "en@quot"], expected: .english),
    Row(environment: ["LANG": "EN_us"], expected: .english),
    Row(environment: ["LANG": "eng_US"], expected: .indonesian),
    Row(environment: ["LANG": "idle"], configuration: .english, expected: .english),
    Row(environment: ["LANG": "_.@"], expected: .indonesian),
  ]

  @Test(arguments: rows) func `option, then locale, then configuration, then Indonesian`(row: Row) {
    let chosen = Language.chosen(
      option: row.option, environment: { row.environment[$0] }, configuration: row.configuration)
    #expect(chosen == row.expected)
  }
}
