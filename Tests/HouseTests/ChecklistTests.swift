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
    "Assistance needs a power of attorney", "Accreditation, agreement and staff papers have a date",
    "A missing proof of poverty delays no first visit", "Education is for 15 to 30, two hours",
    "Conflict of interests", "The stage's visit permit", "Visiting hours, Friday, holidays, Ramadan",
    "A hearing takes the day", "Training goes on", "Sight, not hearing", "No discrimination, nobody starves",
    "Children, women, elderly, disability, illness, foreigners", "Fair load among the organisations",
    "Personal data is protected", "A docket shows its own", "People leave", "A register number changes",
  ]

  @Test("has every rule once, and each row names tests that exist")
  func rows() throws {
    let sources = try PackageDescription.files("Tests", endingWith: "Tests.swift")
      .filter { !$0.hasSuffix("/ChecklistTests.swift") }.map { try PackageDescription.text($0) }.joined()
    var found: [String] = []
    for line in try PackageDescription.text("Tests/checklist.md").split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|"), cells.count == 3, cells[0] != "rule", !cells[0].hasPrefix("---") else { continue }
      found.append(cells[0])
      let tests = cells[2].split(separator: "`").map(String.init).filter { $0 != ", " && !$0.isEmpty }
      #expect(!tests.isEmpty, "\(cells[0]) has no test")
      for test in tests {
        let isThere = sources.contains("func `\(test)`") || sources.contains("\"\(test)\"")
        #expect(isThere, "\(cells[0]): there is no test `\(test)`")
      }
    }
    #expect(Set(found) == Self.rules)
    #expect(found.count == Self.rules.count)
  }
}
