/// Reads rows and fields with their places: RFC 4180 with the separators and line ends that occur.
///
/// - A field in quotation marks may hold separators, line ends and doubled quotation marks.
/// - Blank lines are skipped, and rows that begin with `#` outside of quotation marks: comments.
/// - A first line `sep=;` names the separator.
/// - An apostrophe that `TableWriter` set before a formula's first character is taken off.
///
/// It gives one row after the other, so that a large file is never in memory both as rows and as what they become.
package struct TableReader {
  private let bytes: [UInt8]
  private let limits: ImportLimits
  /// What parts the fields.
  package let separator: Separator
  /// What was wrong with the form of the rows so far.
  package private(set) var problems: [ImportProblem] = []
  private var index = 0
  private var line = 1
  private var rows = 0
  private var width = 8

  /// A text to read; `separator` nil: the one that `sep=` names, or the likeliest.
  ///
  /// `bytes` are valid UTF-8, as `TextDecoder` gives them.
  package init(_ bytes: [UInt8], separator: Separator? = nil, limits: ImportLimits = .standard) {
    let named = Self.namedSeparator(bytes)
    self.bytes = bytes
    self.limits = limits
    self.separator = separator ?? named?.separator ?? Separator.sniff(bytes)
    if let named { (index, line) = (named.length, 2) }
  }

  private static func namedSeparator(_ bytes: [UInt8]) -> (separator: Separator, length: Int)? {
    guard bytes.count >= 6, bytes.starts(with: "sep=".utf8), let separator = Separator(byte: bytes[4]) else {
      return nil
    }
    if bytes[5] == 0x0A { return (separator, 6) }
    guard bytes[5] == 0x0D else { return nil }
    return (separator, bytes.count > 6 && bytes[6] == 0x0A ? 7 : 6)
  }

  /// The next row that can be read, without blank lines and comments; nil at the end. Never throws: what is wrong is
  /// in `problems`.
  package mutating func next() -> TableRow? {
    while index < bytes.count {
      if endOfLine() { continue }
      if bytes[index] == UInt8(ascii: "#") {
        skipLine()
        continue
      }
      guard rows < limits.rows else {
        problems.append(
          ImportProblem(.tooManyRows, at: ImportPlace(line: line), parameters: ["\(limits.rows)"]))
        index = bytes.count
        return nil
      }
      if let row = readRow() {
        rows += 1
        width = row.fields.count
        return row
      }
    }
    return nil
  }

  private mutating func readRow() -> TableRow? {
    let start = line
    var fields: [TableRow.Field] = []
    fields.reserveCapacity(width)
    var isTooWide = false
    while true {
      let fieldLine = line
      let text = readField(column: fields.count + 1)
      if fields.count < limits.fields {
        fields.append(TableRow.Field(text: text, line: fieldLine))
      } else {
        isTooWide = true
      }
      guard index < bytes.count, bytes[index] == separator.byte else { break }
      index += 1
    }
    _ = endOfLine()
    guard isTooWide else { return TableRow(line: start, fields: fields) }
    problems.append(
      ImportProblem(.tooManyFields, at: ImportPlace(line: start), parameters: ["\(limits.fields)"]))
    return nil
  }

  private mutating func readField(column: Int) -> String {
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return readQuoted(column: column) }
    let start = index
    while index < bytes.count, bytes[index] != separator.byte, bytes[index] != 0x0A, bytes[index] != 0x0D {
      index += 1
    }
    return text(of: bytes[start..<index], at: ImportPlace(line: line, column: column))
  }

  private mutating func readQuoted(column: Int) -> String {
    let place = ImportPlace(line: line, column: column)
    index += 1
    var content: [UInt8] = []
    var start = index
    while true {
      guard index < bytes.count else {
        problems.append(ImportProblem(.unclosedQuote, at: place, value: String(decoding: content, as: UTF8.self)))
        return ""
      }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        content += bytes[start..<index]
        index += 1
        start = index
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
          skipStray(place)
          return text(of: content[...], at: place)
        }
        index += 1
      case 0x0A, 0x0D:
        content += bytes[start..<index]
        start = index
        _ = endOfLine()
        content += bytes[start..<index]
        start = index
      default: index += 1
      }
    }
  }

  private mutating func skipStray(_ place: ImportPlace) {
    let start = index
    while index < bytes.count, bytes[index] != separator.byte, bytes[index] != 0x0A, bytes[index] != 0x0D {
      index += 1
    }
    guard start < index else { return }
    let stray = String(decoding: bytes[start..<index], as: UTF8.self)
    problems.append(
      ImportProblem(.strayQuote, at: ImportPlace(line: line, column: place.column), value: stray))
  }

  private mutating func text(of part: ArraySlice<UInt8>, at place: ImportPlace) -> String {
    guard part.count <= limits.fieldBytes else {
      problems.append(
        ImportProblem(
          .fieldTooLong, at: place, value: String(decoding: part.prefix(200), as: UTF8.self),
          parameters: ["\(limits.fieldBytes)"]))
      return ""
    }
    return String(decoding: FormulaGuard.removed(from: part), as: UTF8.self)
  }

  /// Steps over one line end if it is here: CRLF, LF or CR.
  private mutating func endOfLine() -> Bool {
    guard index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D else { return false }
    let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    index += isPair ? 2 : 1
    line += 1
    return true
  }

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    _ = endOfLine()
  }
}
