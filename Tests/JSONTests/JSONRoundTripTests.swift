import JSON
import SeededNumbers
import Testing

@Suite("JSON round trips")
struct JSONRoundTripTests {
  @Test("parse(write(x)) is x, for ten thousand random values, compact and pretty")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<10_000 {
      let value = JSONValue.random(&random, depth: 4)
      #expect(try JSONParser.parse(text: value.text()) == value)
      #expect(try JSONParser.parse(text: value.text(.pretty)) == value)
      let canonical = value.canonicalBytes()
      #expect(try JSONParser.parse(canonical).canonicalBytes() == canonical)
    }
  }

  @Test("a text with any byte changed, dropped or doubled is read or refused, never worse, and what is read is legal")
  func mutations() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<10_000 {
      var bytes = Array(JSONValue.random(&random, depth: 4).text().utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        default: bytes.insert(bytes[index], at: index)
        }
      }
      do throws(JSONParseError) {
        let value = try JSONParser.parse(bytes)
        let again = try JSONParser.parse(text: value.text())
        #expect(again == value)
      } catch {
        #expect((0...bytes.count).contains(error.offset))
      }
    }
  }

  @Test("canonical bytes do not depend on white space, escapes or the order of members")
  func canonical() throws {
    let left = try JSONParser.parse(text: #"{"b": 1.50, "a": {"y": [1, 2], "x": "A"}}"#)
    let right = try JSONParser.parse(text: #"{"a":{"x":"\u0041","y":[1,2]},"b":15e-1}"#)
    #expect(left.canonicalBytes() == right.canonicalBytes())
    #expect(String(decoding: left.canonicalBytes(), as: UTF8.self) == #"{"a":{"x":"A","y":[1,2]},"b":1.5}"#)
  }

  @Test("floats keep a fraction or an exponent, and read back the same")
  func floats() throws {
    for value in [1.0, -0.0, 0.1, 1e300, Double.leastNonzeroMagnitude, 3.141592653589793, 1e22, 123456789012345680.0] {
      let text = JSONValue.float(value).text()
      #expect(try JSONParser.parse(text: text) == .float(value))
      #expect(text.contains(".") || text.contains("e"))
    }
    #expect(JSONValue.float(.nan).text() == "null")
  }

  @Test("the pretty layout puts one member a line")
  func pretty() {
    let value: JSONValue = .object(["a": .array([.integer(1), .object([:])]), "b": .array([])])
    #expect(value.text(.pretty) == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}")
  }
}

extension JSONValue {
  static func random(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .integer(Int64(bitPattern: random.next() >> UInt64.random(in: 0..<64, using: &random)))
    case 3:
      .float(
        Bool.random(using: &random)
          ? Double.random(in: -1e6...1e6, using: &random) : Double(bitPattern: random.next() >> 2))
    case 4, 5: .string(text(&random))
    case 6: .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in Self.random(&random, depth: depth - 1) })
    default: .object(object(&random, depth: depth - 1))
    }
  }

  private static func object(_ random: inout SeededGenerator, depth: Int) -> JSONObject {
    var object = JSONObject()
    for _ in 0..<Int.random(in: 0..<25, using: &random) / 4 {
      object[text(&random)] = .random(&random, depth: depth)
    }
    return object
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let alphabet = Array("aZ09 \"\\/\n\t\u{1}\u{7f}éß€😀\u{202e}")
    return String(
      (0..<Int.random(in: 0..<8, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
  }
}
