import JSON
import Testing

@Suite("JSONObject")
struct JSONObjectTests {
  @Test("keeps the order in which members were set")
  func keepsOrder() {
    var object = JSONObject()
    object["b"] = .integer(1)
    object["a"] = .integer(2)
    object["b"] = .integer(3)
    #expect(object.members.map(\.name) == ["b", "a"])
    #expect(object["b"] == .integer(3))
  }

  @Test("is equal whatever the order of members")
  func equalityIgnoresOrder() {
    let left: JSONObject = ["a": .integer(1), "b": .null]
    let right: JSONObject = ["b": .null, "a": .integer(1)]
    #expect(left == right)
    #expect(left != ["a": .float(1), "b": .null])
  }
}
