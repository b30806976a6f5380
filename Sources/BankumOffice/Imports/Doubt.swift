import BankumExchange
import BankumModel
import JSON

/// A line of a population file that was not applied: it waits for the registrar.
struct Doubt {
  /// What is to be decided: `samePerson` or `returned`.
  let kind: ReviewKind
  /// The line.
  let line: InmateDraft
  /// Whom it may mean.
  let candidates: [Inmate.ID]

  /// What tells this doubt from another when the same list comes again.
  var key: String {
    let (name, number) = (NameKey(line.name).text, line.number.text)
    return "\(kind.code) \(number) \(name) \(line.enteredOn.text) \(line.birthDate?.text ?? "")"
  }

  /// What the review keeps of it.
  func details(_ row: RowText?) -> ReviewDetails {
    ReviewDetails(name: line.name, number: line.number.text, line: line.places.line, key: key, row: row)
  }
}
