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
    guard let number = Self.read(Array(text.utf8)) else {
      throw ModelError(.syntax, value: text, expected: "a register number of the form A.III.123/2026")
    }
    self = number
  }

  private static func read(_ units: [UInt8]) -> RegisterNumber? {
    guard let slash = units.firstIndex(of: UInt8(ascii: "/")),
      let year = DecimalText.value(of: RegisterText.condensed(units[(slash + 1)...]))
    else { return nil }
    // The serial is the last run of digits before the slash. `A3123/2026` could be A3 or A31: without a separator or a
    // letter before the serial there is no book left, and it is refused.
    var end = slash
    while end > 0, units[end - 1] == UInt8(ascii: " ") { end -= 1 }
    var start = end
    while start > 0, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(units[start - 1]) { start -= 1 }
    let code = RegisterText.condensed(units[..<start])
    guard let serial = DecimalText.value(of: units[start..<end]), let (book, length) = RegisterBook.prefix(of: code)
    else { return nil }
    let mark = String(decoding: code[length...], as: UTF8.self)
    return RegisterNumber(book: book, mark: mark, serial: serial, year: year)
  }

  /// The number in its one clean form.
  package var text: String { "\(book.code).\(mark.isEmpty ? "" : mark + ".")\(serial)/\(year)" }

  /// The number as `text`.
  package var description: String { text }
}
