/// The members of a JSON object, in the order in which they were written. Names are unique.
///
/// Look-up is a walk along the members: the objects of a protocol have a handful of them. The parser
/// checks large objects for duplicates with a set, so a hostile message costs linear time.
public struct JSONObject: Sendable {
  /// One name with its value.
  public struct Member: Sendable, Equatable {
    /// The member's name, unescaped.
    public let name: String
    /// The member's value.
    public var value: JSONValue

    /// Makes a member.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The members in written order.
  public private(set) var members: [Member]

  /// An object without members.
  public init() {
    members = []
  }

  /// Trusts the caller that names are unique: the parser has checked them.
  init(uniqueMembers: [Member]) {
    members = uniqueMembers
  }

  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }

  /// The number of members.
  public var count: Int { members.count }

  /// Reads, sets or (with `nil`) removes the member of this name. A new member goes to the end.
  public subscript(name: String) -> JSONValue? {
    get {
      for member in members where member.name == name { return member.value }
      return nil
    }
    set {
      guard let index = members.firstIndex(where: { $0.name == name }) else {
        if let newValue { members.append(Member(name: name, value: newValue)) }
        return
      }
      if let newValue { members[index].value = newValue } else { members.remove(at: index) }
    }
  }
}

extension JSONObject: Equatable {
  /// Equal when the same names have the same values; the order of members does not count (RFC 8259, 4).
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.count == right.count else { return false }
    if left.members == right.members { return true }
    return left.members.allSatisfy { right[$0.name] == $0.value }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object from a literal; of a name written twice the last value stays.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init()
    for (name, value) in elements { self[name] = value }
  }
}
