import BankumExchange
import BankumWords
import Testing

@Suite("CSV files of lists, read back")
struct ListFileTests {
  private static let cells = [
    "", "plain", "a,b", "a;b", "say \"so\"", "two\r\nlines", "tab\there", "# no comment", "sep=;", "=1+1", "+62812",
    "-x", "@cmd", "\tstart", "'=twice", "''-1", "-5", "-7.5", "5", "O'Neil", "Siti Nurhaliza", "--", "-1.2.3", " ",
  ]

  @Test("every text comes back as it was, in both forms", arguments: CommaSeparated.Form.allCases)
  func roundTrip(form: CommaSeparated.Form) {
    let file = CommaSeparated(form)
    for first in Self.cells {
      let rows = [["id", "name", "note"], [first, "x", first], ["x", first, ""]]
      let text = file.beginning + rows.map(file.line).joined()
      var bytes = Array(text.utf8)
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      let table = ReadTable(bytes)
      #expect(table.problems.isEmpty)
      #expect(table.rows.map(\.texts) == rows, "\(first.debugDescription)")
    }
  }

  @Test("the writer of the client and the one of the daemon write the same", arguments: CommaSeparated.Form.allCases)
  func sameWriters(form: CommaSeparated.Form) {
    for first in Self.cells {
      var writer = TableWriter(separator: form == .excel ? .semicolon : .comma)
      writer.write([first, "x", first])
      #expect(CommaSeparated(form).line([first, "x", first]) == writer.text, "\(first.debugDescription)")
    }
  }

  @Test("a spreadsheet takes nothing for a formula, and negative numbers for numbers")
  func formulas() {
    let file = CommaSeparated()
    for cell in ["=1+1", "+1", "-x", "@a", "\t=1", "\r=1"] { #expect(file.line([cell, "b"]).hasPrefix("\"'")) }
    #expect(file.line(["-5", "-7.5"]) == "-5,-7.5\r\n")
    #expect(CommaSeparated(.excel).line(["-5", "a"]) == "-5;a\r\n")
    #expect(CommaSeparated(.excel).beginning == "\u{FEFF}")
  }
}
