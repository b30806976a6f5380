import BankumModel
import BankumOffice
import BankumWords
import Foundation
import Testing

@testable import BankumControl

@Suite("The words of what the rooms below expected")
struct PhraseWordsTests {
  /// What no caller brings about: facts and records that the office itself makes, the configuration, the engine.
  static let inner: Set<String> = [
    "a key of the catalogue", "both who confirmed it and when, or neither", "both who entered it and when, or neither",
    "another type", "a whole number", "a date", "a lawful meeting", "a lawful plan",
    "a request of somebody in the facts", "rule ids in order", "nothing done to a request before an outcome",
    "a partner that holds it",
    "no partner in this state", "no end while open", "why and when it ended", "participants only",
    "nobody before it was held", "a zone from -12:00 to +14:00", "a zone of the form +07:00",
    "a time with its zone, of the form 2026-11-23T07:30+07:00",
    // Of runs, plans, notices and reviews, which no caller sends.
    "32 bytes", "at least {}", "each meeting once", "both who and when, or neither",
    "both the decision and who made it, or neither",
  ]

  /// The forms of the phrases in the sources of the rooms below.
  static func forms() throws -> Set<String> {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    var forms: Set<String> = []
    // A phrase behind `expected:`, or one of two; a value in brackets may hold brackets itself.
    let value = #"\\\((?:[^()]|\([^()]*\))*\)"#
    let phrase = #""((?:[^"\\\n]|"# + value + #")+)""#
    let places = [
      #"expected:\s*(?:[^",\n]*\? )?"# + phrase, #"expected: [^",\n]*\? "[^"]*" : "# + phrase,
      #"\.described\("# + phrase, #"wrongType\(key, "# + phrase, #"let expected: Phrase = "# + phrase,
      #"case \.\w+(?:\(let \w+\))?: "# + phrase,
    ]
    for room in ["BankumModel", "BankumPlanning", "BankumOffice"] {
      let files = FileManager.default.enumerator(at: sources.appending(path: room), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        let isRule = file.lastPathComponent == "RuleDefinition.swift"
        for place in places where isRule || !place.hasPrefix("case") {
          for match in text.matches(of: try Regex(place)) {
            let found = match.output[1].substring.map(String.init) ?? ""
            forms.insert(found.replacing(try Regex(value), with: "{}"))
          }
        }
      }
    }
    return forms
  }

  @Test("every phrase that a caller can bring about is in the catalogue")
  func all() throws {
    let forms = try Self.forms()
    #expect(forms.count > 60)
    let missing = forms.subtracting(Self.inner).subtracting(Phrase.messages.keys)
    #expect(missing.isEmpty, "\(missing.sorted())")
    // Nothing is kept that nobody says any more; the long one is written over several lines.
    let unsaid = Set(Phrase.messages.keys).subtracting(forms).filter { !$0.hasPrefix("absent, come") }
    #expect(unsaid.isEmpty, "\(unsaid.sorted())")
  }

  @Test("a phrase with values says them in both languages")
  func values() {
    let limit = 200
    let expectation = Expectation.described("at most \(limit) bytes")
    #expect(expectation.text(in: .english) == "a text of at most 200 bytes")
    #expect(expectation.text(in: .indonesian) == "teks paling panjang 200 byte")
    let unit = Expectation.described("a whole number from \(1) to \(9) (\("days"))")
    #expect(unit.text(in: .indonesian) == "bilangan bulat 1 sampai 9 (hari)")
    // What has no words yet stays as it is.
    #expect(Expectation.described("something new").text(in: .indonesian) == "something new")
  }
}
