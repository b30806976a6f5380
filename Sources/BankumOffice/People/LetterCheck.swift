import BankumModel
import BankumStore

/// Looks at detention letters beside the law's table: the same way for a letter that is entered, one that comes in a
/// file, and all that are on file.
struct LetterCheck {
  private let table: DetentionTermTable

  init(_ rules: RuleTable) {
    table = DetentionTermTable(rules: rules)
  }

  /// What is odd about a letter; `others` are the letters of the same person.
  func findings(
    _ term: DetentionTerm, beside others: [DetentionTerm], of inmate: Inmate?, in file: CaseFile?
  ) -> [TermFinding] {
    table.findings(term, earlier: others, age: inmate?.age(on: term.first), threat: file?.threat)
  }

  /// A letter with whose it is and what is odd about it.
  func entry(
    _ term: DetentionTerm, beside others: [DetentionTerm], of inmate: Inmate, _ reading: Reading
  ) throws(StoreError) -> TermEntry {
    let file = try term.caseFile.map { id throws(StoreError) in try reading.find(id) } ?? nil
    let found = findings(term, beside: others, of: inmate, in: file)
    return TermEntry(term: term, inmate: inmate, findings: found.map(\.finding))
  }
}
