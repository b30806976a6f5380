import Foundation
import Testing

@Suite("The checklist of the rules")
struct ChecklistTests {
  /// What the daemon must do, written down once more: a row that falls out of the list is missed.
  private static let rules: Set<String> = [
    "Detention limits per stage, two codes side by side", "Inclusive counting in civil days",
    "Notices at ten and three days, overstay", "Hospital and observation stop the clock", "Counsel is mandatory",
    "Verdicts are fought within 7 and 14 days", "An answer within 1 + 3 working days",
    "A refusal needs reasons; the inmate may choose and refuse", "Litigation is for advocates",
    "Assistance needs a power of attorney", "Accreditation, agreement and staff credentials have a date",
    "A missing proof of poverty delays no first visit", "Education is for 15 to 30, two hours",
    "Conflict of interests", "The stage's visit permit", "Visiting hours, Friday, holidays, Ramadan",
    "A hearing takes the day", "Training goes on", "Sight, not hearing", "No discrimination, nobody starves",
    "Children, women, elderly, disability, illness, foreigners", "Fair load among the organisations",
    "Personal data is protected", "A docket shows its own", "People leave", "A register number changes",
  ]

  /// The tests of the project by their names, each with its body.
  private static func testBodies() throws -> [String: String] {
    var bodies: [String: String] = [:]
    for file in PackageDescription.files("Tests", endingWith: "Tests.swift")
    where !file.hasSuffix("/ChecklistTests.swift") {
      let pieces = try PackageDescription.text(file).components(separatedBy: "@Test")
      for piece in pieces.dropFirst() {
        // `@Test("name", ...) func x() { ... }`, or a function whose name is the sentence.
        let name: Substring
        let arguments = piece.hasPrefix("(") ? piece.dropFirst().drop(while: \.isWhitespace) : ""
        if arguments.hasPrefix("\"") {
          name = arguments.dropFirst().prefix { $0 != "\"" }
        } else if let quoted = piece.range(of: "func `") {
          name = piece[quoted.upperBound...].prefix { $0 != "`" }
        } else {
          continue
        }
        let isDisabled = piece.prefix { $0 != "{" }.contains(".disabled")
        bodies[String(name)] = isDisabled ? "" : piece
      }
    }
    return bodies
  }

  @Test("has every rule once, and each row names tests that run and expect something")
  func rows() throws {
    let bodies = try Self.testBodies()
    var found: [String] = []
    for line in try PackageDescription.text("Tests/checklist.md").split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|"), cells.count == 3, cells[0] != "rule", !cells[0].hasPrefix("---") else { continue }
      found.append(cells[0])
      let tests = cells[2].split(separator: "`").map(String.init).filter { $0 != ", " && !$0.isEmpty }
      #expect(!tests.isEmpty, "\(cells[0]) has no test")
      for test in tests {
        guard let body = bodies[test] else {
          Issue.record("\(cells[0]): there is no test `\(test)`")
          continue
        }
        #expect(body.contains("#expect") || body.contains("#require"), "\(cells[0]): `\(test)` expects nothing")
      }
      // What the second column names as code is code: a rule whose type was renamed or removed is missed.
      for name in Self.typeNames(in: cells[1]) {
        #expect(try Self.sources.get().contains(name), "\(cells[0]): nothing is called \(name)")
      }
    }
    #expect(Set(found) == Self.rules)
    #expect(found.count == Self.rules.count)
  }

  /// The names in backquotes that begin with a capital letter, without members and arguments.
  private static func typeNames(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { !$0.offset.isMultiple(of: 2) }
      .map { String($0.element.prefix { $0.isLetter || $0.isNumber }) }.filter { $0.first?.isUppercase == true }
  }

  /// Every word of the sources.
  private static let sources = Result {
    Set(
      try PackageDescription.files("Sources", endingWith: ".swift").flatMap {
        try PackageDescription.text($0).split { !$0.isLetter && !$0.isNumber }.map(String.init)
      })
  }
}
