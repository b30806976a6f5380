import Testing

@testable import VarlinkGenerator

@Suite("SwiftNames")
struct SwiftNamesTests {
  @Test(
    "properties and types are written as Swift writes them",
    arguments: [
      ("name", "name", "Name"), ("openRequests", "openRequests", "OpenRequests"),
      ("nullable_array_struct", "nullableArrayStruct", "NullableArrayStruct"), ("GetStatus", "getStatus", "GetStatus"),
      ("a_1", "a1", "A1"), ("x", "x", "X"),
    ])
  func names(wire: String, property: String, type: String) {
    #expect(SwiftNames.property(wire) == property)
    #expect(SwiftNames.type(wire) == type)
  }

  @Test("a dash in an interface's name is no letter of a type's")
  func dashes() {
    #expect(SwiftNames.type("x--red-lamp") == "XRedLamp")
  }

  @Test("words of the language stand in backticks, others do not")
  func keywords() {
    for word in ["private", "in", "init", "default", "nil", "Any", "enum"] {
      #expect(SwiftNames.escaped(word) == "`\(word)`")
    }
    for word in ["name", "type", "open", "none", "get", "set"] { #expect(SwiftNames.escaped(word) == word) }
  }
}
