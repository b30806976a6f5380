package import BankumExchange
package import BankumModel
import BankumStore
import JSON

/// What an import did, or would do.
package struct ImportReport: Sendable, Equatable {
  /// What one file did.
  package struct Line: Sendable, Equatable {
    /// What the file held.
    package let kind: ImportKind
    /// Things that were not in the register before.
    package let added: Int
    /// Things that say something else now.
    package let changed: Int
    /// Things that the register knew just so.
    package let same: Int
    /// Lines that were not applied, because they may mean two people or somebody who has left: the registrar decides.
    package let doubtful: Int

    /// A line.
    package init(kind: ImportKind, added: Int, changed: Int, same: Int, doubtful: Int = 0) {
      self.kind = kind
      self.added = added
      self.changed = changed
      self.same = same
      self.doubtful = doubtful
    }
  }

  /// The number of the import; nil for a dry run.
  package let number: Int64?
  /// A line for each file, in the order of loading.
  package let lines: [Line]
  /// Who should be in the list and is not: missing from now on.
  package let departed: [ReviewPerson]
  /// That the departures are more than is usual, so that their number has to be confirmed; of a dry run only.
  package let needsConfirmation: Bool
  /// How much is new in the review.
  package let reviews: Int
  /// How many of the detention orders that are new or changed are odd beside the law's table.
  package let oddTerms: Int

  /// A report.
  package init(
    number: Int64?, lines: [Line], departed: [ReviewPerson] = [], needsConfirmation: Bool = false, reviews: Int = 0,
    oddTerms: Int = 0
  ) {
    self.number = number
    self.lines = lines
    self.departed = departed
    self.needsConfirmation = needsConfirmation
    self.reviews = reviews
    self.oddTerms = oddTerms
  }

  /// Who is missing from now on.
  package var departures: [Inmate.ID] { departed.map(\.inmate.id) }
}

extension ImportReport.Line {
  /// Kind, added, changed, same, doubtful.
  var json: JSONValue {
    .array([.string(kind.code)] + [added, changed, same, doubtful].map { .integer(Int64($0)) })
  }

  init(json: JSONValue) throws(StoreError) {
    guard case .array(let cells) = json, cells.count == 5, case .string(let code) = cells[0],
      let kind = ImportKind(rawValue: code)
    else { throw StoreError(.corrupted, "a kept answer that is no report of an import") }
    let numbers = cells.dropFirst().map { cell in
      if case .integer(let number) = cell { Int(number) } else { 0 }
    }
    self.init(kind: kind, added: numbers[0], changed: numbers[1], same: numbers[2], doubtful: numbers[3])
  }
}
