import JSON
import OddExample
import Testing
import TextFiles
import Varlink

@testable import VarlinkGenerator

/// The build plugin has made Swift of `org.example.Odd.varlink` in OddExample; that this compiles is half of the test.
@Suite("Generated code")
struct GeneratedCodeTests {
  @Test("has the text of the definition, byte by byte")
  func text() throws {
    #expect(try TextFile.read(OddDefinition.path) == Array(OddInterface.text.utf8))
    #expect(try InterfaceParser.parse(OddInterface.text).name == OddInterface.name)
  }

  @Test("knows names")
  func names() {
    #expect(OddInterface.name == "org.example.Odd")
    #expect(OddInterface.methodNames == ["org.example.Odd.Import", "org.example.Odd.Any", "org.example.Odd.Write"])
    #expect(OddInterface.Import.name == "org.example.Odd.Import")
    #expect(OddInterface.`Any`.name == "org.example.Odd.Any")
    #expect(OddInterface.Odd.errorName == "org.example.Odd.Odd")
    #expect(OddExample.Optional.allCases.map(\.rawValue) == ["default", "nil", "snake_case", "Init", "hash"])
  }

  @Test("writes an input without its nulls, down to its unnamed parts, and reads it back")
  func input() throws {
    let input = OddInterface.Import.Input(
      private: .init(deep: [.init(x: 1)]), init: ["a": VarlinkUnit()], unit: VarlinkUnit(), object: ["z": .null],
      errorName: "e")
    let text = #"{"private":{"deep":[{"x":1}]},"init":{"a":{}},"unit":{},"object":{"z":null},"errorName":"e"}"#
    #expect(JSONValue.object(input.jsonObject).text() == text)
    #expect(try OddInterface.Import.Input(object: input.jsonObject, mode: .strict) == input)
  }

  @Test("writes everything else with its nulls, and reads it back")
  func output() throws {
    let output = OddInterface.Import.Output(
      tree: Tree(
        branches: [Tree(branches: [], leaves: [:], any: .struct, type: 5, fields: 2)], leaves: ["x": nil], any: .any,
        type: 6,
        fields: 1,
        writer: .snakeCase), write: 3, jsonObject: "j")
    let inner = #"{"branches":[],"leaves":{},"any":"struct","type":5,"fields":2,"writer":null}"#
    let tree = #"{"branches":[\#(inner)],"leaves":{"x":null},"any":"Any","type":6,"fields":1,"writer":"snake_case"}"#
    var writer = JSONWriter()
    output.write(to: &writer)
    let text = #"{"tree":\#(tree),"write":3,"jsonObject":"j","name":null}"#
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    #expect(try OddInterface.Import.Output(varlink: try JSONParser.parse(writer.bytes), mode: .strict) == output)
  }

  @Test("makes errors of error values, and back")
  func errors() {
    let error = VarlinkError(OddInterface.Odd(selfMade: .one))
    #expect(error == VarlinkError(name: "org.example.Odd.Odd", parameters: ["in": .null, "self_made": .string("one")]))
    #expect(OddInterface.Odd(error) == OddInterface.Odd(selfMade: .one))
    #expect(OddInterface.Nothing(error) == nil)
    #expect(VarlinkError(OddInterface.Nothing()) == VarlinkError(name: "org.example.Odd.Nothing"))
  }

  @Test("has a table with a row a method, in the order of the definition")
  func table() {
    let table = OddTable<Int, Void>(
      import: MethodRow(1, .immediate { (_, _) throws(VarlinkError) in throw .permissionDenied }),
      any: MethodRow(2, .immediate { (_, _) throws(VarlinkError) in .init() }),
      write: KeyedMethodRow(3) { (_, _, _) async throws(VarlinkError) in PreparedReply(.init(count: 1)) })
    #expect(table.rows.map(\.name) == OddInterface.methodNames)
    #expect(table.rows.map(\.access) == [1, 2, 3])
  }

  @Test("gives a method with an idempotency key a row that answers with bytes, as they were kept")
  func keyed() async throws {
    let row = KeyedMethodRow<OddInterface.Write, Int, Void>(3) { (_, _, _) async throws(VarlinkError) in
      PreparedReply(bytes: Array(#"{"count" :7}"#.utf8))
    }
    let served = row.erased.served { (_, _) throws(VarlinkError) in () }
    guard case .later(let answer) = served.answer else {
      Issue.record("it is not answered later")
      return
    }
    let context = CallContext(peer: PeerIdentity(uid: 1, gid: 1, pid: 1), mode: .single)
    #expect(try await answer(["idempotencyKey": .string("k")], context, NoSink()) == Array(#"{"count" :7}"#.utf8))
    await #expect(throws: VarlinkError.invalidParameter("other")) {
      try await answer(["other": .null], context, NoSink())
    }
  }

  private struct NoSink: ReplySink {
    func send(_ parameters: [UInt8]) async throws(CancellationError) {}
  }
}
