import Testing
import Varlink

@Suite("InterfaceParser")
struct InterfaceParserTests {
  @Test("reads names, types and comments")
  func everything() throws {
    let interface = try InterfaceParser.parse(
      """
      # Far away, so not of the interface.

      # About it.
      #
      #  Indented.
      interface org.example.lamp # behind

      type Job(id:int,name : string, # behind a field
        # Above a field.
        state: (on, off), labels: [string]string, note: ?[]string, set: [string]())
      method Watch()->()
      # An error.
      error Busy (job: Job)
      """)
    #expect(interface.name == "org.example.lamp")
    #expect(interface.documentation == ["About it.", "", " Indented."])
    #expect(
      interface.members == [
        VarlinkInterface.Member(
          name: "Job",
          declaration: .type(
            .structure([
              VarlinkField(name: "id", type: .int), VarlinkField(name: "name", type: .string),
              VarlinkField(name: "state", type: .enumeration(["on", "off"]), documentation: ["Above a field."]),
              VarlinkField(name: "labels", type: .dictionary(.string)),
              VarlinkField(name: "note", type: .optional(.array(.string))),
              VarlinkField(name: "set", type: .dictionary(.structure([]))),
            ]))),
        VarlinkInterface.Member(name: "Watch", declaration: .method(input: [], output: [])),
        VarlinkInterface.Member(
          name: "Busy", declaration: .error([VarlinkField(name: "job", type: .named("Job"))]),
          documentation: ["An error."]),
      ])
    #expect(interface.methodNames == ["Watch"])
  }

  @Test(
    "takes every type that the specification has",
    arguments: [
      ("bool", VarlinkType.bool), ("int", .int), ("float", .float), ("string", .string), ("object", .object),
      ("[]object", .array(.object)), ("?[]T", .optional(.array(.named("T")))), ("[string]T", .dictionary(.named("T"))),
      ("?(x: int)", .optional(.structure([VarlinkField(name: "x", type: .int)]))),
      ("(x, y)", .enumeration(["x", "y"])), ("(x)", .enumeration(["x"])), ("()", .structure([])),
      ("[string]()", .dictionary(.structure([]))), ("[]?T", .array(.optional(.named("T")))),
      ("[][]T", .array(.array(.named("T")))), ("?[]?[string]T", .optional(.array(.optional(.dictionary(.named("T")))))),
      ("(bool: bool)", .structure([VarlinkField(name: "bool", type: .bool)])),
      ("(type: T)", .structure([VarlinkField(name: "type", type: .named("T"))])),
    ])
  func types(text: String, type: VarlinkType) throws {
    let interface = try InterfaceParser.parse("interface a.b\ntype T ()\ntype X (f: \(text))")
    #expect(interface["X"]?.declaration == .type(.structure([VarlinkField(name: "f", type: type)])))
  }

  @Test(
    "takes every interface name that the specification allows",
    arguments: ["a.b", "org.example.Service", "a-b.c--d.9", "A1.0", "xn--lgbbat1ad8j.example.algeria"])
  func names(name: String) throws {
    #expect(try InterfaceParser.parse("interface \(name)").name == name)
  }

  @Test(
    "refuses other interface names, where they stand",
    arguments: ["a", "a.", ".a", "a..b", "1a.b", "a-.b", "a.-b", "a.b-", "a_b.c", "-a.b", "a.b/c", "\"a.b\""])
  func wrongNames(name: String) {
    let error = #expect(throws: InterfaceError.self) { try InterfaceParser.parse("interface \(name)") }
    #expect(error?.line == 1)
  }

  @Test(
    "refuses what is no definition, and says where",
    arguments: [
      ("", 1, 1), ("# nothing but a comment\n", 2, 1), ("type A ()", 1, 1), ("interface a.b\ninterface c.d", 2, 1),
      ("interface a.b\ntype a ()", 2, 6), ("interface a.b\ntype A_b ()", 2, 6), ("interface a.b\ntype A", 2, 7),
      ("interface a.b\ntype A []int", 2, 8), ("interface a.b\ntype A (a: int", 2, 15),
      ("interface a.b\ntype A (a: int,)", 2, 16), ("interface a.b\ntype A (a, b: int)", 2, 13),
      ("interface a.b\ntype A (a: int, b)", 2, 18), ("interface a.b\ntype A (a: int a: int)", 2, 16),
      ("interface a.b\ntype A (a: ??int)", 2, 13), ("interface a.b\ntype A (a: any)", 2, 12),
      ("interface a.b\ntype A (a: Missing)", 2, 12), ("interface a.b\ntype A (a: [int]int)", 2, 12),
      ("interface a.b\ntype A (a: [string)", 2, 12), ("interface a.b\ntype A (a: int, a: bool)", 2, 17),
      ("interface a.b\ntype A (a, a)", 2, 12), ("interface a.b\ntype A (_a: int)", 2, 9),
      ("interface a.b\ntype A (a_: int)", 2, 9), ("interface a.b\ntype A (a__b: int)", 2, 9),
      ("interface a.b\ntype A (1a: int)", 2, 9), ("interface a.b\ntype A (a-b: int)", 2, 9),
      ("interface a.b\ntype A ()\ntype A ()", 3, 1), ("interface a.b\ntype A ()\nerror A ()", 3, 1),
      ("interface a.b\nmethod A()", 2, 11), ("interface a.b\nmethod A() - ()", 2, 12),
      ("interface a.b\nmethod A(a, b) -> ()", 2, 9), ("interface a.b\nerror A(a, b)", 2, 8),
      ("interface a.b\nmethod A(e: E) -> ()\nerror E()", 2, 13), ("interface a.b\n\u{0}", 2, 1),
      ("interface a.b\n  é", 2, 3), ("interface a.b;", 1, 14), ("interface a.b\r\n\r\n\ttype A {}", 3, 9),
    ] as [(String, Int, Int)])
  func refused(text: String, line: Int, column: Int) {
    let error = #expect(throws: InterfaceError.self) { try InterfaceParser.parse(text) }
    #expect(error.map { [$0.line, $0.column] } == [line, column], "\(error?.message ?? "")")
  }

  @Test("refuses types that are nested too deep before the stack ends")
  func depth() throws {
    func text(_ depth: Int, _ open: String, _ close: String = "") -> String {
      "interface a.b\ntype A (a: \(String(repeating: open, count: depth))int\(String(repeating: close, count: depth)))"
    }
    _ = try InterfaceParser.parse(text(20, "[]"))
    for (open, close) in [("[]", ""), ("[string]", ""), ("(a: ", ")")] {
      #expect(throws: InterfaceError.self) { try InterfaceParser.parse(text(100_000, open, close)) }
    }
  }

  @Test("tells where each member begins")
  func places() throws {
    let (_, places) = try InterfaceParser.parseWithPlaces("interface a.b\n# About A.\ntype A ()\n\n  error B()")
    #expect(places == ["A": InterfacePlace(line: 3, column: 1), "B": InterfacePlace(line: 5, column: 3)])
  }
}
