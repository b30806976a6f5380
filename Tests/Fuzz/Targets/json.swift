import JSON

/// Any bytes: the parser never traps; what it takes, the writer writes so that it reads back as the same value, always
/// with the same bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  for limits in [JSONLimits(), JSONLimits(bytes: 64, depth: 2, allowsNullCharacter: true)] {
    do throws(JSONParseError) {
      let value = try JSONParser.parse(bytes, limits: limits)
      precondition(count <= limits.bytes && depth(value) <= limits.depth, "a limit was passed over")
      check(value)
    } catch {
      precondition((0...count).contains(error.offset) && error.line >= 1 && error.column >= 1, "a place outside")
    }
  }
  return 0
}

private func check(_ value: JSONValue) {
  let unlimited = JSONLimits(bytes: .max, depth: .max, allowsNullCharacter: true)
  let compact = value.text()
  for text in [compact, value.text(.pretty)] {
    guard let again = try? JSONParser.parse(text: text, limits: unlimited) else {
      preconditionFailure("what the writer wrote does not read back")
    }
    precondition(again == value, "what the writer wrote reads back as something else")
    precondition(again.text() == compact, "the same value is written in two ways")
  }
  let canonical = value.canonicalBytes()
  guard let again = try? JSONParser.parse(canonical, limits: unlimited) else {
    preconditionFailure("canonical bytes do not read back")
  }
  precondition(again == value && again.canonicalBytes() == canonical, "canonical bytes are not canonical")
}

private func depth(_ value: JSONValue) -> Int {
  switch value {
  case .array(let elements): 1 + (elements.map(depth).max() ?? 0)
  case .object(let object): 1 + (object.members.map { depth($0.value) }.max() ?? 0)
  default: 0
  }
}
