package import BankumExchange
import BankumModel
package import BankumStore
package import JSON

/// What an import did, or would do.
package struct ImportReport: Sendable, Equatable, Reply {
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
    /// Lines that may mean two people; each waits in the review.
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

  /// A report.
  package init(number: Int64?, lines: [Line]) {
    self.number = number
    self.lines = lines
  }

  package var kept: JSONValue {
    .object([
      "number": number.map { .integer($0) } ?? .null,
      "lines": .array(
        lines.map {
          .array([
            .string($0.kind.code), .integer(Int64($0.added)), .integer(Int64($0.changed)), .integer(Int64($0.same)),
            .integer(Int64($0.doubtful)),
          ])
        }),
    ])
  }

  package init(kept: JSONValue) throws(StoreError) {
    guard case .object(let object) = kept, case .array(let rows)? = object["lines"] else {
      throw StoreError(.corrupted, "a kept answer that is no report of an import")
    }
    var lines: [Line] = []
    for row in rows {
      guard case .array(let cells) = row, cells.count == 5, case .string(let code) = cells[0],
        let kind = ImportKind(rawValue: code)
      else { throw StoreError(.corrupted, "a kept answer that is no report of an import") }
      let numbers = cells.dropFirst().map { cell -> Int in
        if case .integer(let number) = cell { Int(number) } else { 0 }
      }
      lines.append(
        Line(kind: kind, added: numbers[0], changed: numbers[1], same: numbers[2], doubtful: numbers[3]))
    }
    if case .integer(let number)? = object["number"] { self.number = number } else { number = nil }
    self.lines = lines
  }
}
