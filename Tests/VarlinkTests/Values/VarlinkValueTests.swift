import JSON
import Testing
import Varlink

@Suite("Typed values")
struct VarlinkValueTests {
  static let text =
    #"{"name":"a","watts":null,"state":"on","parts":[{"count":1}],"shelf":{"x":{"count":2,"note":"n"}}}"#
  static let lamp = Lamp(
    name: "a", state: .on, parts: [Part(count: 1)], shelf: ["x": Part(count: 2, note: "n")])

  private func read(_ text: String, _ mode: VarlinkReadMode) throws -> Lamp {
    try Lamp(varlink: try JSONParser.parse(text: text), mode: mode)
  }

  @Test("are read, and written as they were", arguments: [VarlinkReadMode.strict, .lenient])
  func roundTrip(mode: VarlinkReadMode) throws {
    let lamp = try read(Self.text, mode)
    #expect(lamp == Self.lamp)
    #expect(JSONValue.object(lamp.jsonObject).text() == Self.text)
  }

  @Test("a field that may be null may be left out", arguments: [VarlinkReadMode.strict, .lenient])
  func leftOut(mode: VarlinkReadMode) throws {
    #expect(try read(Self.text.replacing(#""watts":null,"#, with: ""), mode) == Self.lamp)
  }

  @Test(
    "a fault tells the way to it, in both modes",
    arguments: [
      (#""name":"a""#, #""name":1"#, "name"), (#""name":"a","#, "", "name"), (#""name":"a""#, #""name":null"#, "name"),
      (#""watts":null"#, #""watts":true"#, "watts"), (#""watts":null"#, #""watts":"1""#, "watts"),
      (#""on""#, #""dim""#, "state"), (#""on""#, #""On""#, "state"), (#""on""#, "1", "state"),
      (#"[{"count":1}]"#, "{}", "parts"), (#"[{"count":1}]"#, "null", "parts"), (#"[{"count":1}]"#, "[1]", "parts"),
      (#"[{"count":1}]"#, #"[{"count":1},{"count":1.0}]"#, "parts.count"), (#"{"count":1}"#, "{}", "parts.count"),
      (#"{"count":1}"#, #"{"count":true}"#, "parts.count"), (#"{"count":1}"#, #"{"count":1,"note":1}"#, "parts.note"),
      (#"{"x":{"count":2,"note":"n"}}"#, "[]", "shelf"), (#""note":"n""#, #""note":[]"#, "shelf.note"),
    ])
  func faults(old: String, new: String, parameter: String) {
    for mode in [VarlinkReadMode.strict, .lenient] {
      let fault = #expect(throws: VarlinkReadFault.self) { try read(Self.text.replacing(old, with: new), mode) }
      #expect(fault?.parameter == parameter)
    }
  }

  @Test(
    "a field that nobody declared is refused by services and passed over by clients",
    arguments: [
      (#"{"name""#, #"{"colour":1,"name""#, "colour"), (#"{"count":1"#, #"{"weight":1,"count":1"#, "parts.weight"),
      (#"{"count":2"#, #"{"weight":1,"count":2"#, "shelf.weight"), (#"{"name""#, #"{"":null,"name""#, ""),
    ])
  func unknown(old: String, new: String, parameter: String) throws {
    let text = Self.text.replacing(old, with: new)
    let fault = #expect(throws: VarlinkReadFault.self) { try read(text, .strict) }
    #expect(fault?.parameter == parameter)
    #expect(try read(text, .lenient) == Self.lamp)
  }

  @Test("an integer literal is a float too, a float is never an integer")
  func numbers() throws {
    #expect(try Double(varlink: .integer(1), mode: .strict) == 1)
    #expect(throws: VarlinkReadFault.self) { try Int(varlink: .float(1), mode: .strict) }
    #expect(throws: VarlinkReadFault.self) { try Int(varlink: .bool(true), mode: .strict) }
    #expect(throws: VarlinkReadFault.self) { try Bool(varlink: .integer(1), mode: .strict) }
    var writer = JSONWriter()
    1.0.write(to: &writer)
    #expect(writer.bytes == Array("1.0".utf8))
  }

  @Test("a map is written sorted by name, a set is a map of nothing")
  func maps() throws {
    var writer = JSONWriter()
    ["b": 2, "a": 1, "c": 3].write(to: &writer)
    #expect(writer.bytes == Array(#"{"a":1,"b":2,"c":3}"#.utf8))
    let set = try [String: VarlinkUnit](varlink: .object(["x": .object([:])]), mode: .strict)
    #expect(set == ["x": VarlinkUnit()])
    #expect(throws: VarlinkReadFault.self) {
      try [String: VarlinkUnit](varlink: .object(["x": .object(["y": .null])]), mode: .strict)
    }
    #expect(throws: VarlinkReadFault.self) { try [String: VarlinkUnit](varlink: .array([]), mode: .lenient) }
  }

  @Test("an error is known by its name and read from its parameters")
  func errors() {
    let error = VarlinkError(Part(count: 3))
    #expect(error == VarlinkError(name: "org.example.Lamp.Part", parameters: ["count": .integer(3)]))
    #expect(Part(error) == Part(count: 3))
    #expect(Part(VarlinkError(name: "org.example.Lamp.Other", parameters: error.parameters)) == nil)
    #expect(Part(VarlinkError(name: "org.example.Lamp.Part")) == nil)
  }
}
