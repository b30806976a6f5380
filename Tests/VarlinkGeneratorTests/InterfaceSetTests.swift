import Testing
import Varlink

@testable import VarlinkGenerator

@Suite("What the generator refuses")
struct InterfaceSetTests {
  @Test(
    "is told at its place",
    arguments: [
      ("type A (a: Missing)", ["a.b.varlink:2:12: error: the type 'Missing' is not defined in this interface"]),
      (
        "type",
        ["a.b.varlink:2:5: error: a name was expected that starts with a capital and has letters and digits only"]
      ),
      (
        "\n# Sets.\ntype A (a: [string](), B: int)",
        [
          "a.b.varlink:4:1: error: not every client can read this: A: '()' as a type",
          "a.b.varlink:4:1: error: not every client can read this: A: the field 'B' starts with a capital",
        ]
      ),
      ("type A (self: int)", ["a.b.varlink:2:1: error: 'self' cannot be the name of anything in Swift"]),
      (
        "type A (x, allCases)",
        ["a.b.varlink:2:1: error: 'allCases' is what Swift calls the list of an enumeration's values"]
      ),
      ("type A (a_b: int, aB: int)", ["a.b.varlink:2:1: error: 'aB' would be the name of two things in Swift"]),
      ("type A (x: (a_b, aB))", ["a.b.varlink:2:1: error: 'aB' would be the name of two things in Swift"]),
      (
        "error String()",
        ["a.b.varlink:2:1: error: 'String' means something else in Swift or in generated code"]
      ),
      ("method Type() -> ()", ["a.b.varlink:2:1: error: 'Type' means something else in Swift or in generated code"]),
      (
        "type A (type: (x, y))",
        ["a.b.varlink:2:1: error: the type of 'type' needs a name: as 'Type' it would hide another type"]
      ),
      (
        "type Part (a: int)\nmethod A(part: ?[](x: int)) -> ()",
        ["a.b.varlink:3:1: error: the type of 'part' needs a name: as 'Part' it would hide another type"]
      ),
      (
        "method A(int: (x: int)) -> ()",
        ["a.b.varlink:2:1: error: the type of 'int' needs a name: as 'Int' it would hide another type"]
      ),
      ("type A (next: ?A)", ["a.b.varlink:2:1: error: 'A' holds itself other than through an array or a map"]),
      (
        "# bankum: unportable\ntype A (x: (c: B))\ntype B (a: ?A)",
        [
          "a.b.varlink:3:1: error: 'A' holds itself other than through an array or a map",
          "a.b.varlink:4:1: error: 'B' holds itself other than through an array or a map",
        ]
      ),
      (
        "type BInterface (a, b)",
        ["a.b.varlink:1:1: error: 'BInterface' would be the name of two Swift types; the other is of a.b.varlink:2:1"]
      ),
    ])
  func refused(body: String, expected: [String]) {
    #expect(problems(body) == expected)
  }

  @Test(
    "leaves what is allowed alone",
    arguments: [
      "type A (a: []A, b: [string]A)", "type A (string: string, int: int, object: object)", "",
      "# bankum: unportable\ntype A (a: [string](), B: int)", "type A (b: B)\ntype B (c: []A)",
    ])
  func allowed(body: String) {
    #expect(problems(body) == [])
  }

  @Test("a file must be named for its interface, and a name must be one in Swift")
  func names() throws {
    let wrong = InterfaceSet.gather([(path: "dir/Lamp.varlink", bytes: Array("interface org.example.Lamp".utf8))])
    guard case .failure(let problems) = wrong else {
      Issue.record("a problem was expected")
      return
    }
    #expect(
      problems.list.map(\.description) == [
        "dir/Lamp.varlink:1:1: error: the file of this interface must be named 'org.example.Lamp.varlink'"
      ])
    #expect(
      try InterfaceSet.gather([(path: "dir/a.b.varlink", bytes: Array("interface a.b".utf8))]).get().files.count == 1)
    #expect(VarlinkGeneratorTests.problems([("a.9", "")]).count == 1)
    #expect(VarlinkGeneratorTests.problems([("a--b.c", "error A()\nerror B()")]).count == 1)
    #expect(VarlinkGeneratorTests.problems([("a-b.c-d", "error A()\nerror B()")]) == [])
  }

  @Test("bytes that are not UTF-8 are told")
  func utf8() {
    guard case .failure(let problems) = InterfaceSet.gather([(path: "a.b.varlink", bytes: [0xFF])]) else {
      Issue.record("a problem was expected")
      return
    }
    #expect(problems.list.map(\.description) == ["a.b.varlink:1:1: error: the file is not UTF-8"])
  }

  @Test("types of one name must be one type, whatever their comments say; both places are told")
  func sharedTypes() throws {
    let first = (name: "a.b", body: "# Here.\ntype A (a: int)")
    #expect(
      problems([first, ("a.c", "type A (a: ?int)")]) == [
        "a.c.varlink:2:1: error: the type 'A' is another one than at a.b.varlink:3:1"
      ])
    #expect(problems([first, ("a.c", "type A (b: int)")]).count == 1)
    #expect(problems([first, ("a.c", "type A (a)")]).isEmpty == false)
    let set = try gather([first, ("a.c", "type A (\n # There.\n a: int)\ntype B (a: A)")]).get()
    #expect(set.types.map(\.name) == ["A", "B"])
  }

  @Test("interfaces whose last parts are the same would be the same Swift type")
  func clashes() {
    #expect(problems([("a.lamp", ""), ("b.Lamp", "")]).count == 2)
    #expect(problems([("a.lamp", ""), ("a.shade", "")]) == [])
  }

  @Test("every problem of every file is told, not only the first")
  func all() {
    #expect(problems([("a.b", "type A (self: int)\nerror Int()"), ("a.c", "typ"), ("a.d", "error Bool()")]).count == 4)
  }
}
