/// The recursive descent behind `JSONParser`; it lives as long as the buffer that it borrows.
struct JSONScanner {
  /// A fault before its line is known: lines are counted only when something is wrong.
  struct Fault: Error {
    var code: JSONParseError.Code
    var offset: Int
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits
  var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func document() throws(Fault) -> JSONValue {
    skipWhiteSpace()
    let value = try value(depth: 0)
    skipWhiteSpace()
    guard index == bytes.count else { throw fault(.trailingText) }
    return value
  }

  func fault(_ code: JSONParseError.Code, at offset: Int? = nil) -> Fault {
    Fault(code: code, offset: offset ?? index)
  }

  /// The byte here, or nil at the end.
  var current: UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  func unexpected() -> Fault {
    fault(index < bytes.count ? .unexpectedByte : .unexpectedEnd)
  }

  mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  mutating func value(depth: Int) throws(Fault) -> JSONValue {
    guard let byte = current else { throw fault(.unexpectedEnd) }
    switch byte {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected()
    }
  }

  private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
    for position in 0..<text.utf8CodeUnitCount {
      guard current == text.utf8Start[position] else { throw unexpected() }
      index += 1
    }
    return value
  }

  private mutating func object(depth: Int) throws(Fault) -> JSONObject {
    guard depth <= limits.depth else { throw fault(.tooDeep) }
    index += 1
    var members: [JSONObject.Member] = []
    var names = UniqueNames()
    skipWhiteSpace()
    if current == UInt8(ascii: "}") {
      index += 1
      return JSONObject()
    }
    while true {
      guard current == UInt8(ascii: "\"") else { throw unexpected() }
      let start = index
      let name = try string()
      guard names.insert(name, among: members) else { throw fault(.duplicateName, at: start) }
      skipWhiteSpace()
      guard current == UInt8(ascii: ":") else { throw unexpected() }
      index += 1
      skipWhiteSpace()
      members.append(JSONObject.Member(name: name, value: try value(depth: depth)))
      skipWhiteSpace()
      switch current {
      case UInt8(ascii: ","):
        index += 1
        skipWhiteSpace()
      case UInt8(ascii: "}"):
        index += 1
        return JSONObject(uniqueMembers: members)
      default: throw unexpected()
      }
    }
  }

  private mutating func array(depth: Int) throws(Fault) -> [JSONValue] {
    guard depth <= limits.depth else { throw fault(.tooDeep) }
    index += 1
    var elements: [JSONValue] = []
    skipWhiteSpace()
    if current == UInt8(ascii: "]") {
      index += 1
      return elements
    }
    while true {
      elements.append(try value(depth: depth))
      skipWhiteSpace()
      switch current {
      case UInt8(ascii: ","):
        index += 1
        skipWhiteSpace()
      case UInt8(ascii: "]"):
        index += 1
        return elements
      default: throw unexpected()
      }
    }
  }
}

/// Finds a name that an object has already: by a walk while there are few, by a set when there are many.
private struct UniqueNames {
  private var seen: Set<String> = []

  mutating func insert(_ name: String, among members: [JSONObject.Member]) -> Bool {
    if members.count < 16 { return !members.contains { $0.name == name } }
    if seen.isEmpty { seen = Set(members.map(\.name)) }
    return seen.insert(name).inserted
  }
}
