import Testing
import Varlink

@Suite("What every client can read")
struct InterfacePortabilityTests {
  @Test(
    "nothing is said of what systemd and python both read",
    arguments: [
      "object", "[]object", "?[]T", "[string]T", "?(x: int)", "(x, y)", "[](x: ?int)", "(bool: bool, type: string)",
    ])
  func portable(type: String) throws {
    for text in ["type A (f: \(type))", "method A(f: \(type)) -> (f: \(type))", "error A(f: \(type))"] {
      let interface = try InterfaceParser.parse("interface a.b\ntype T (t: int)\n\(text)")
      #expect(interface.portabilityProblems.isEmpty)
    }
  }

  @Test(
    "what one of them refuses is named with its member",
    arguments: [
      "()", "[string]()", "?()", "[]?T", "[][]T", "?[]?[string]T", "[string][]T", "(x)", "?(x)", "(y: (x: [][]int))",
      "(Capital: int)", "(x: T)", "[](x: int, y: ?T)", "?(x: []T)", "(x: (y: [string]T))",
    ])
  func unportable(type: String) throws {
    for text in [
      "type A (f: \(type))", "method A(f: \(type)) -> ()", "method A() -> (f: \(type))", "error A(f: \(type))",
    ] {
      let interface = try InterfaceParser.parse("interface a.b\ntype T (t: int)\n\(text)")
      #expect(interface.portabilityProblems.count == 1)
      #expect(interface.portabilityProblems.allSatisfy { $0.hasPrefix("A: ") })
    }
  }

  @Test(
    "a field that starts with a capital is told wherever it stands",
    arguments: ["type A (F: int)", "method A(F: int) -> ()", "method A() -> (F: int)", "error A(F: int)"])
  func capitals(text: String) throws {
    #expect(try InterfaceParser.parse("interface a.b\n\(text)").portabilityProblems.count == 1)
  }

  @Test("an input, an output and an error may be empty, a type may not")
  func empty() throws {
    let interface = try InterfaceParser.parse("interface a.b\nmethod M() -> ()\nerror E()")
    #expect(interface.portabilityProblems.isEmpty)
    #expect(try InterfaceParser.parse("interface a.b\ntype T ()").portabilityProblems == ["T: '()' as a type"])
  }

  @Test("a dash in the interface's name is read by all, two in a row are not", arguments: ["a-b.c", "a.b-c-d", "a.9"])
  func dashes(name: String) throws {
    #expect(try InterfaceParser.parse("interface \(name)").portabilityProblems.isEmpty)
    let doubled = name.replacing("-", with: "--")
    #expect(try InterfaceParser.parse("interface \(doubled)").portabilityProblems.isEmpty == !name.contains("-"))
  }

  @Test("a declared enumeration of one value is told")
  func oneValue() throws {
    #expect(try InterfaceParser.parse("interface a.b\ntype T (x)").portabilityProblems.count == 1)
  }
}
