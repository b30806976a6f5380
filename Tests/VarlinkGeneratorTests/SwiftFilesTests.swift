import Testing
import Varlink

@testable import VarlinkGenerator

@Suite("Generated Swift")
struct SwiftFilesTests {
  @Test("of a small interface is this")
  func everything() throws {
    let text = """
      # Lamps.
      interface a.b

      # How it is.
      type State (on, stand_by)

      # Looks.
      method Get(lamp_name: ?string, in: int) -> (
        # Seen now.
        state: State
      )
      error Broken(since: ?string)

      """
    let set = try InterfaceSet.gather([(path: "a.b.varlink", bytes: Array(text.utf8))]).get()
    let files = SwiftFiles.of(set)
    #expect(
      files.first?.text == """
        // Made by VarlinkGenerator: change the interface definition, not this.

        package import JSON
        package import Varlink

        /// Lamps.
        package enum BInterface: VarlinkInterfaceDefinition {
          package static var name: String { "a.b" }

          package static var methodNames: [String] {
            ["a.b.Get"]
          }

          package static var text: String {
            #\"""
            # Lamps.
            interface a.b

            # How it is.
            type State (on, stand_by)

            # Looks.
            method Get(lamp_name: ?string, in: int) -> (
              # Seen now.
              state: State
            )
            error Broken(since: ?string)

            \"""#
          }

          /// Looks.
          package enum Get: VarlinkMethod {
            package static var name: String { "a.b.Get" }

            /// The parameters of a call of `Get`.
            package struct Input: VarlinkStructure, Equatable {
              package var lampName: String?
              package var `in`: Int

              package init(lampName: String? = nil, `in`: Int) {
                self.lampName = lampName
                self.`in` = `in`
              }

              package init(fields: inout VarlinkFields) throws(VarlinkReadFault) {
                self.lampName = try fields.read("lamp_name")
                self.`in` = try fields.read("in")
              }

              package func writeFields(to writer: inout JSONWriter) {
                writer.fieldIfSet("lamp_name", self.lampName)
                writer.field("in", self.`in`)
              }
            }

            /// The parameters of a reply of `Get`.
            package struct Output: VarlinkStructure, Equatable {
              /// Seen now.
              package var state: State

              package init(state: State) {
                self.state = state
              }

              package init(fields: inout VarlinkFields) throws(VarlinkReadFault) {
                self.state = try fields.read("state")
              }

              package func writeFields(to writer: inout JSONWriter) {
                writer.field("state", self.state)
              }
            }
          }

          package struct Broken: VarlinkErrorParameters, Equatable {
            package static var errorName: String { "a.b.Broken" }
            package var since: String?

            package init(since: String? = nil) {
              self.since = since
            }

            package init(fields: inout VarlinkFields) throws(VarlinkReadFault) {
              self.since = try fields.read("since")
            }

            package func writeFields(to writer: inout JSONWriter) {
              writer.field("since", self.since)
            }
          }
        }

        /// Who may call the methods of `a.b`, and how each is answered.
        package struct BTable<Access: Sendable, Caller: Sendable>: Sendable {
          package var get: MethodRow<BInterface.Get, Access, Caller>

          package init(get: MethodRow<BInterface.Get, Access, Caller>) {
            self.get = get
          }

          /// The rows in the order of the definition.
          package var rows: [AnyMethodRow<Access, Caller>] {
            [self.get.erased]
          }
        }

        """)
    #expect(
      files.last?.text == """
        // Made by VarlinkGenerator: change the interface definition, not this.

        package import Varlink

        /// How it is.
        package enum State: String, VarlinkValue, CaseIterable {
          case on
          case standBy = "stand_by"
        }

        """)
  }

  @Test(
    "has the Swift type of each type",
    arguments: [
      ("bool", "Bool"), ("int", "Int"), ("float", "Double"), ("string", "String"), ("object", "JSONObject"),
      ("T", "T"), ("?T", "T?"), ("[]T", "[T]"), ("[string]T", "[String: T]"), ("?[][string]T", "[[String: T]]?"),
      ("[string]()", "[String: VarlinkUnit]"), ("[]?int", "[Int?]"), ("()", "VarlinkUnit"), ("(a: int)", "OpenDoor"),
      ("?[](a, b)", "[OpenDoor]?"),
    ])
  func types(type: String, swift: String) throws {
    let (_, types) = try generated("# bankum: unportable\ntype T ()\ntype A (open_door: \(type))")
    #expect(types.contains("  package var openDoor: \(swift)\n"))
  }

  @Test("nulls are left out of inputs and their unnamed parts only")
  func nulls() throws {
    let (interface, types) = try generated(
      "type T (t: ?int)\nmethod A(a: ?T, b: (c: ?int)) -> (d: ?T, e: (f: ?int))\nerror E(g: ?int)")
    for name in ["a", "c"] { #expect(interface.contains("writer.fieldIfSet(\"\(name)\", self.\(name))")) }
    for name in ["b", "d", "e", "f", "g"] { #expect(interface.contains("writer.field(\"\(name)\", self.\(name))")) }
    #expect(types.contains("writer.field(\"t\", self.t)"))
  }

  @Test("imports only what its declarations need: a surplus import is a warning, so an error")
  func imports() throws {
    func imports(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.contains("import ") } }
    let both: [Substring] = ["package import JSON", "package import Varlink"]
    for (body, interface, types) in [
      ("", both.suffix(1), []), ("type A (a, b)", both.suffix(1), both.suffix(1)),
      ("type A (a: int)", both.suffix(1), both[...]),
      ("error A()", both[...], []), ("method A() -> ()", both[...], []),
    ] as [(String, ArraySlice<Substring>, ArraySlice<Substring>)] {
      let swift = try generated(body)
      #expect(imports(swift.interface)[...] == interface)
      #expect(imports(swift.types)[...] == types)
    }
  }

  @Test("an interface without methods has no table")
  func noTable() throws {
    #expect(try generated("type A (a: int)").interface.contains("BTable") == false)
  }

  @Test("the text is a literal of exactly its characters, whatever stands in it")
  func literals() throws {
    let quotation = try generated("# \"\"\"# \\##(1)\nerror A()").interface
    #expect(quotation.contains("    ###\"\"\"\n"))
    #expect(quotation.contains("    # \"\"\"# \\##(1)\n"))
    #expect(quotation.contains("    \"\"\"###\n"))
    let controls = try generated("# a\u{1}\tb\r\nerror A()\r\n").interface
    #expect(controls.contains("    # a\\#u{1}\tb\\#u{d}\n    error A()\\#u{d}\n\n    \"\"\"#\n"))
  }

  @Test("a comment cannot become code")
  func comments() throws {
    let interface = try generated("# a\rfatalError()\u{b}x\nerror A()").interface
    #expect(interface.contains("  /// a fatalError() x\n"))
  }

  @Test("the mark for unportable interfaces is not documentation, but stays in the text")
  func mark() throws {
    let interface = try generated("# bankum: unportable\nerror A(a: [string]())").interface
    #expect(interface.split(separator: "\n").filter { $0.contains("unportable") } == ["    # bankum: unportable"])
  }

  @Test("does not depend on anything but the files", arguments: 0..<3)
  func deterministic(_: Int) throws {
    let set = try gather([("a.c", "type A (a: int)"), ("a.b", "type A (a: int)\nmethod M() -> (a: A)")]).get()
    let texts = SwiftFiles.of(set).map { [$0.name, $0.text] }
    let again = SwiftFiles.of(set).map { [$0.name, $0.text] }
    #expect(texts == again)
    #expect(texts.map(\.first) == ["a.c.swift", "a.b.swift", "VarlinkTypes.swift"])
  }
}
