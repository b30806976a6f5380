import BankumModel
import BankumStore

/// Looks at detention orders beside the law's table: the same way for an order that is entered, one that comes in a file,
/// and all that are on file.
struct DetentionOrderCheck {
  private let table: DetentionTermTable

  init(_ rules: RuleTable) {
    table = DetentionTermTable(rules: rules)
  }

  /// What is odd about a detention order; `others` are those of the same person.
  func findings(
    _ term: DetentionTerm, beside others: [DetentionTerm], of inmate: Inmate?, in file: CaseFile?
  ) -> [TermFinding] {
    table.findings(term, earlier: others, age: inmate?.age(on: term.first), threat: file?.threat)
  }

  /// A detention order with whose it is and what is odd about it.
  func entry(
    _ term: DetentionTerm, beside others: [DetentionTerm], of inmate: Inmate, _ reading: Reading
  ) throws(StoreError) -> TermEntry {
    let file = try reading.required(ifSet: term.caseFile)
    let found = findings(term, beside: others, of: inmate, in: file)
    return TermEntry(term: term, inmate: inmate, findings: found.map { .term($0) })
  }
}
