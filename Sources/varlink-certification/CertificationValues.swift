import JSON
import Varlink

/// What the service answers, step by step, and therefore wants to hear in the step after.
enum CertificationValues {
  static let bool = true
  static let int = 1
  static let float = 1.0
  static let ping = "ping"

  static let second = (bool: false, int: 2, float: Double.pi, string: "a lot of string")
  static let map = ["foo": "Foo", "bar": "Bar"]
  static let names = ["one", "two", "three"]
  static let set = ["one": VarlinkUnit(), "two": VarlinkUnit(), "three": VarlinkUnit()]

  static let myType = MyType(
    object: [
      "method": .string("org.varlink.certification.Test09"),
      "parameters": .object(["map": .object(["foo": .string("Foo"), "bar": .string("Bar")])]),
    ],
    enum: .two,
    struct: MyType.Struct(first: 1, second: "2"),
    array: names,
    dictionary: map,
    stringset: set,
    interface: Interface(
      foo: [nil, ["foo": .foo, "bar": .bar], nil, ["one": .foo, "two": .bar]],
      anon: Interface.Anon(foo: true, bar: false)))

  static let replies = (1...10).map { "Reply number \($0)" }
}
