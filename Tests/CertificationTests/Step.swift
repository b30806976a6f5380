import JSON
import Testing
import Varlink

/// A step of the walk as a client takes it, written down apart from the service.
struct Step: Sendable, CustomTestStringConvertible {
  let method: String
  var parameters: JSONObject
  var mode: VarlinkCall.Mode

  var testDescription: String { method }

  init(_ method: String, _ parameters: JSONObject = [:], mode: VarlinkCall.Mode = .single) {
    self.method = method
    self.parameters = parameters
    self.mode = mode
  }

  func call(_ client: String) -> VarlinkCall {
    var all: JSONObject = ["client_id": .string(client)]
    for member in parameters.members { all[member.name] = member.value }
    return VarlinkCall(method: "org.varlink.certification.\(method)", parameters: all, mode: mode)
  }

  private static let second: JSONObject = [
    "bool": .bool(false), "int": .integer(2), "float": .float(3.141592653589793), "string": .string("a lot of string"),
  ]
  private static let map: JSONValue = .object(["foo": .string("Foo"), "bar": .string("Bar")])
  private static let set: JSONValue = .object(["one": .object([:]), "three": .object([:]), "two": .object([:])])
  static let replies: [JSONValue] = (1...10).map { .string("Reply number \($0)") }

  /// In the order in which the interface declares the fields; maps sorted.
  static let myType: JSONValue = .object([
    "object": .object(["method": .string("org.varlink.certification.Test09"), "parameters": .object(["map": map])]),
    "enum": .string("two"), "struct": .object(["first": .integer(1), "second": .string("2")]),
    "array": .array([.string("one"), .string("two"), .string("three")]),
    "dictionary": .object(["bar": .string("Bar"), "foo": .string("Foo")]), "stringset": set, "nullable": .null,
    "nullable_array_struct": .null,
    "interface": .object([
      "foo": .array([
        .null, .object(["bar": .string("bar"), "foo": .string("foo")]), .null,
        .object(["one": .string("foo"), "two": .string("bar")]),
      ]), "anon": .object(["foo": .bool(true), "bar": .bool(false)]),
    ]),
  ])

  static let all = [
    Step("Test01"), Step("Test02", ["bool": .bool(true)]), Step("Test03", ["int": .integer(1)]),
    Step("Test04", ["float": .float(1)]), Step("Test05", ["string": .string("ping")]), Step("Test06", second),
    Step("Test07", ["struct": .object(second)]), Step("Test08", ["map": map]), Step("Test09", ["set": set]),
    Step("Test10", ["mytype": myType], mode: .more),
    Step("Test11", ["last_more_replies": .array(replies)], mode: .oneway), Step("End"),
  ]

  /// Parameters of the right kinds that are not those of the step.
  static let wrong: [(position: Int, parameters: JSONObject)] = [
    (1, ["bool": .bool(false)]), (2, ["int": .integer(2)]), (3, ["float": .float(1.0000000000000002)]),
    (4, ["string": .string("pong")]), (5, changed(second, "int", .integer(3))),
    (6, ["struct": .object(changed(second, "float", .float(3.14)))]), (7, ["map": .object(["foo": .string("Foo")])]),
    (8, ["set": .object(["one": .object([:])])]), (9, ["mytype": .object(changed(myType, "nullable", .string("")))]),
    (9, ["mytype": .object(changed(myType, "enum", .string("one")))]),
    (9, ["mytype": .object(changed(myType, "object", .object([:])))]),
    (10, ["last_more_replies": .array(Array(replies.dropLast()))]),
    (10, ["last_more_replies": .array(replies.reversed())]),
  ]

  private static func changed(_ value: JSONValue, _ name: String, _ new: JSONValue) -> JSONObject {
    guard case .object(let object) = value else { return [:] }
    return changed(object, name, new)
  }

  private static func changed(_ object: JSONObject, _ name: String, _ new: JSONValue) -> JSONObject {
    var object = object
    object[name] = new
    return object
  }
}
