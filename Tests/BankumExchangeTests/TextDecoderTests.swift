import Testing

@testable import BankumExchange

@Suite("Encodings")
struct TextDecoderTests {
  @Test("UTF-16 without a mark is recognised by its zeros")
  func withoutMark() throws {
    let text = "Nama;Blok\n"
    let small = Array(TextEncoding.utf16LittleEndian.encode(text).dropFirst(2))
    let big = Array(TextEncoding.utf16BigEndian.encode(text).dropFirst(2))
    #expect(try TextDecoder.decode(small).bytes == bytes(text))
    #expect(try TextDecoder.decode(big).encoding == .utf16BigEndian)
  }

  @Test(
    "Files of other programs are named",
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "xls"), ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "zip"),
      (Array("PK\u{3}\u{4}".utf8) + Array(repeating: 0, count: 26) + Array("[Content_Types].xml".utf8), "xlsx"),
      (Array("%PDF-1.7".utf8), "pdf"), (Array("\u{FEFF}\r\n<TABLE border=1>".utf8), "html"), ([0x1F, 0x8B, 8], "zip"),
    ] as [([UInt8], String)])
  func foreign(file: [UInt8], format: String) {
    #expect(throws: ImportFailure(.notSavedAsText, parameters: [format])) { try TextDecoder.decode(file) }
  }

  @Test("Bytes that are no text are placed, each line of them")
  func broken() {
    let bad: [UInt8] = bytes("a\n") + [0xE9, 0x0A] + bytes("b\n") + [0x00, 0x0A] + [0xFF]
    let problems = ImportKind.blocks.problems(of: bad)
    #expect(problems.map(short) == ["encodingInvalid@2:0", "binaryContent@4:0", "encodingInvalid@5:0"])
    #expect(problems.first?.parameters == ["utf8"])
  }

  @Test(
    "Broken UTF-16 is refused with its line",
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x61, 0x00],
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x61], [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xDC, 0x61, 0x00],
    ] as [[UInt8]])
  func brokenUTF16(file: [UInt8]) {
    let expected = ImportFailure(.encodingInvalid, at: ImportPlace(line: 2), parameters: ["utf16"])
    #expect(throws: expected) { try TextDecoder.decode(file) }
  }

  @Test("Nothing, and too much, are refused")
  func size() {
    #expect(throws: ImportFailure(.fileEmpty)) { try TextDecoder.decode([]) }
    #expect(throws: ImportFailure(.fileEmpty)) { try TextDecoder.decode(bytes("\u{FEFF} \r\n\u{1A}")) }
    #expect(throws: ImportFailure(.fileTooLarge, value: "3", parameters: ["2"])) {
      try TextDecoder.decode(bytes("abc"), limits: ImportLimits(bytes: 2))
    }
  }
}
