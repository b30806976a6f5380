/// A number in a register book: `A.III.123/2026`, `B.I.N.45/2025`. Each stage is a new book and a new number, so it
/// names an entry, never a person for good.
package struct RegisterNumber: Hashable, Sendable, CustomStringConvertible {
  /// The book.
  package let book: RegisterBook
  /// The mark of a kind of case, such as N for narcotics; capital letters, often empty.
  package let mark: String
  /// The number in the book, 1 or more.
  package let serial: Int
  /// The year of the book.
  package let year: Int

  /// A number, or nil unless serial is 1...999999999, year 1900...2999 and the mark at most three capital ASCII
  /// letters.
  package init?(book: RegisterBook, mark: String = "", serial: Int, year: Int) {
    // I, V and X would be read as part of the book: A.VI is no fifth book with a mark.
    let letters = "ABCDEFGHJKLMNOPQRSTUWYZ".utf8
    guard (1...999_999_999).contains(serial), (1900...2999).contains(year), mark.utf8.count <= 3,
      mark.utf8.allSatisfy(letters.contains)
    else { return nil }
    self.book = book
    self.mark = mark
    self.serial = serial
    self.year = year
  }

  /// Reads a number with its dirt: `A.III. 123/2026`, `AIII 123/2026`, `a3-123/2026`, `BI.N. 45/2025`.
  ///
  /// Throws `syntax`; `expected` shows the form. Leading zeros of the serial do not count.
  package init(parsing text: String) throws(ModelError) {
    let error = ModelError(.syntax, value: text, expected: "a register number of the form A.III.123/2026")
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, let year = DecimalText.value(of: RegisterText.condensed(halves[1]).utf8),
      let first = halves[0].unicodeScalars.last(where: { $0 != " " }), ("0"..."9").contains(first)
    else { throw error }
    // The serial is the last run of digits; a separator or a letter stands before it. `A3123/2026` could be A3 or A31.
    let left = halves[0].drop { $0 == " " }
    let trimmed = left.utf8.reversed().drop { $0 == UInt8(ascii: " ") }
    let digits = trimmed.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let code = Array(trimmed.dropFirst(digits.count).reversed())
    guard let serial = DecimalText.value(of: Array(digits.reversed())),
      let (book, mark) = RegisterBook.prefix(of: RegisterText.condensed(String(decoding: code, as: UTF8.self))),
      let number = RegisterNumber(book: book, mark: String(mark), serial: serial, year: year)
    else { throw error }
    self = number
  }

  /// The number in its one clean form.
  package var text: String { "\(book.code).\(mark.isEmpty ? "" : mark + ".")\(serial)/\(year)" }

  /// The number as `text`.
  package var description: String { text }
}
