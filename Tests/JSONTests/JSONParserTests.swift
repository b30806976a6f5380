import JSON
import Testing

@Suite("JSONParser")
struct JSONParserTests {
  @Test(
    "tells integers, floats and booleans apart",
    arguments: [
      ("1", JSONValue.integer(1)), ("-0", .integer(0)), ("1.0", .float(1)), ("1e2", .float(100)),
      ("true", .bool(true)), ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .float(9223372036854775808)), ("0.5E-3", .float(0.0005)), ("null", .null),
      (" [1 , 2 ] ", .array([.integer(1), .integer(2)])), ("{}", .object([:])), ("[]", .array([])),
      (#""\u0041\n\/\ud83d\ude00é""#, .string("A\n/😀é")),
    ])
  func values(text: String, expected: JSONValue) throws {
    #expect(try JSONParser.parse(text: text) == expected)
  }

  @Test(
    "refuses with the place",
    arguments: [
      ("", JSONParseError.Code.unexpectedEnd, 0), ("{", .unexpectedEnd, 1), ("[1,]", .unexpectedByte, 3),
      ("{\"a\":1,}", .unexpectedByte, 7), ("01", .invalidNumber, 0), ("-", .unexpectedEnd, 1),
      ("-x", .invalidNumber, 1), ("1.", .unexpectedEnd, 2), ("1.x", .invalidNumber, 2), ("1e999", .numberOutOfRange, 0),
      ("1e", .unexpectedEnd, 2), ("+1", .unexpectedByte, 0), ("nul", .unexpectedEnd, 3), ("1 2", .trailingText, 2),
      ("{\"a\":1,\"a\":2}", .duplicateName, 7), ("\"a", .unexpectedEnd, 2), ("\"\n\"", .controlCharacter, 1),
      (#""\x""#, .invalidEscape, 1), (#""\u00g0""#, .invalidEscape, 1), (#""\ud800""#, .loneSurrogate, 1),
      (#""\udc00""#, .loneSurrogate, 1), (#""\ud800\u0041""#, .loneSurrogate, 1), (#""\u0000""#, .nullCharacter, 1),
      ("{a:1}", .unexpectedByte, 1), ("{\"a\" 1}", .unexpectedByte, 5), ("NaN", .unexpectedByte, 0),
      ("[1 2]", .unexpectedByte, 3), ("'a'", .unexpectedByte, 0), ("\u{FEFF}1", .unexpectedByte, 0),
    ])
  func refusals(text: String, code: JSONParseError.Code, offset: Int) {
    #expect { try JSONParser.parse(text: text) } throws: { error in
      guard let error = error as? JSONParseError else { return false }
      return error.code == code && error.offset == offset
    }
  }

  @Test("counts lines and columns from 1")
  func place() {
    let error = #expect(throws: JSONParseError.self) { try JSONParser.parse(text: "{\n \"a\": 1,\n \"a\": 2}") }
    #expect(error?.line == 3)
    #expect(error?.column == 2)
  }

  @Test(
    "refuses bytes that are not UTF-8",
    arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]])
  func badUTF8(bytes: [UInt8]) {
    #expect(throws: JSONParseError.self) { try JSONParser.parse(bytes) }
  }

  @Test("limits the depth before it descends")
  func depth() throws {
    let limits = JSONLimits(depth: 32)
    let deepest = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(throws: Never.self) { try JSONParser.parse(text: deepest, limits: limits) }
    for count in [33, 5_000, 1_000_000] {
      let error = #expect(throws: JSONParseError.self) {
        try JSONParser.parse(text: String(repeating: "[", count: count), limits: limits)
      }
      #expect(error?.code == .tooDeep)
      #expect(error?.offset == 32)
    }
  }

  @Test("limits the size before it reads")
  func size() {
    let error = #expect(throws: JSONParseError.self) {
      try JSONParser.parse(text: "[1, 2, 3]", limits: JSONLimits(bytes: 8))
    }
    #expect(error?.code == .tooLarge)
    #expect(throws: Never.self) { try JSONParser.parse(text: "[1, 2,3]", limits: JSONLimits(bytes: 8)) }
  }

  @Test("takes a null character only when asked")
  func nullCharacter() throws {
    #expect(
      try JSONParser.parse(text: #""\u0000""#, limits: JSONLimits(allowsNullCharacter: true)) == .string("\0"))
  }

  @Test("finds a duplicate among thousands of names in linear time")
  func manyNames() {
    let names = (0..<20_000).map { "\"n\($0)\":1" }.joined(separator: ",")
    #expect(throws: Never.self) { try JSONParser.parse(text: "{\(names)}") }
    let error = #expect(throws: JSONParseError.self) { try JSONParser.parse(text: "{\(names),\"n19999\":2}") }
    #expect(error?.code == .duplicateName)
  }

  @Test("reads a sequence without contiguous storage the same")
  func lazySequence() throws {
    let bytes = #"{"a":[1,2.5,"x"]}"#.utf8.map { $0 }
    #expect(try JSONParser.parse(AnySequence(bytes)) == JSONParser.parse(bytes))
  }
}
