import JSON
import Matching

/// One value of the instance file with the way to it.
struct Field {
  /// The members of an object with the way to it.
  struct Object {
    fileprivate let members: [String: JSONValue]
    fileprivate let place: String

    /// The member of a name; missing ones are refused when they are read.
    subscript(name: String) -> Field {
      Field(members[name], place.isEmpty ? name : "\(place).\(name)")
    }
  }

  private let value: JSONValue?
  private let place: String

  init(_ value: JSONValue?, _ place: String) {
    self.value = value
    self.place = place
  }

  /// The error that something else was expected here.
  func error(_ expected: String) -> ProblemError {
    ProblemError(place: place.isEmpty ? "the file" : place, expected: expected)
  }

  /// What the closure makes of the value; nil when the key is missing.
  func optional<Value>(_ read: (Field) throws(ProblemError) -> Value) throws(ProblemError) -> Value? {
    value == nil ? nil : try read(self)
  }

  /// The value as an integer; floats and booleans are none.
  func integer() throws(ProblemError) -> Int {
    guard case .integer(let number)? = value else { throw mismatch("an integer") }
    return Int(number)
  }

  /// 0 or 1.
  func flag() throws(ProblemError) -> Bool {
    let number = try integer()
    if number != 0 && number != 1 { throw error("0 or 1, not \(number)") }
    return number == 1
  }

  /// The value as a string.
  func string() throws(ProblemError) -> String {
    guard case .string(let text)? = value else { throw mismatch("a string") }
    return text
  }

  /// The elements of an array.
  func array() throws(ProblemError) -> [Field] {
    guard case .array(let elements)? = value else { throw mismatch("an array") }
    return elements.enumerated().map { Field($1, "\(place)[\($0)]") }
  }

  /// The members of an object.
  func object() throws(ProblemError) -> Object {
    guard case .object(let object)? = value else { throw mismatch("an object") }
    return Object(
      members: Dictionary(uniqueKeysWithValues: object.members.map { ($0.name, $0.value) }), place: place)
  }

  private func mismatch(_ expected: String) -> ProblemError {
    error(value == nil ? "\(expected), and the key is missing" : expected)
  }
}
