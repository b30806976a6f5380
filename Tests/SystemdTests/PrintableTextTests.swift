import Testing

@testable import Systemd

@Suite("PrintableText")
struct PrintableTextTests {
  @Test("leaves ordinary text alone", arguments: ["", "abc", "Lapas Kelas I, Medan: 3°", "漢字 👍", #"a\nb"#])
  func leavesAlone(text: String) {
    #expect(PrintableText.escaped(text) == text)
  }

  @Test("escapes every control, separator and invisible character, and only those")
  func escapesAll() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let escaped = PrintableText.escaped("a" + String(Character(scalar)) + "b")
      #expect(!escaped.unicodeScalars.contains(where: PrintableText.isUnsafe))
      if value >= 0x20 && value < 0x7F { #expect(escaped == "a" + String(Character(scalar)) + "b") }
    }
    #expect(PrintableText.escaped("\u{1B}[2J") == #"\u{1B}[2J"#)
    #expect(PrintableText.escaped("a\r\nb\tc") == #"a\r\nb\tc"#)
    #expect(PrintableText.escaped("\u{202E}\u{2066}\u{FEFF}") == #"\u{202E}\u{2066}\u{FEFF}"#)
  }

  @Test("cuts between characters and never over the limit")
  func shortens() {
    #expect(PrintableText.shortened("abcdef", toBytes: 6) == "abcdef")
    #expect(PrintableText.shortened("abcdef", toBytes: 5) == "ab…")
    #expect(PrintableText.shortened("aé漢x", toBytes: 6) == "aé…")
    #expect(PrintableText.shortened("abcdef", toBytes: 2) == "")
    for limit in 0...40 {
      #expect(PrintableText.shortened("ä👩‍👩‍👧 漢字 and some more", toBytes: limit).utf8.count <= limit)
    }
  }
}
