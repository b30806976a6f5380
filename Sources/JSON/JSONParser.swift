/// Reads one JSON text (RFC 8259) strictly: duplicate names, lone surrogates, unescaped control
/// characters, bad UTF-8 and anything behind the value are refused with their place.
public enum JSONParser {
  /// Reads a text.
  ///
  /// Cost: linear in the bytes. The size is checked first, the depth before each descent, so that no
  /// input reaches the limits of the stack.
  /// - Throws: `JSONParseError` with the place of the first fault.
  public static func parse(
    _ bytes: some Sequence<UInt8>, limits: JSONLimits = JSONLimits()
  ) throws(JSONParseError) -> JSONValue {
    let result = bytes.withContiguousStorageIfAvailable { parse(buffer: $0, limits: limits) }
    if let result { return try result.get() }
    return try Array(bytes).withUnsafeBufferPointer { parse(buffer: $0, limits: limits) }.get()
  }

  /// Reads the UTF-8 of a string.
  /// - Throws: `JSONParseError` with the place of the first fault.
  public static func parse(
    text: String, limits: JSONLimits = JSONLimits()
  ) throws(JSONParseError) -> JSONValue {
    try parse(text.utf8, limits: limits)
  }

  private static func parse(
    buffer: UnsafeBufferPointer<UInt8>, limits: JSONLimits
  ) -> Result<JSONValue, JSONParseError> {
    guard buffer.count <= limits.bytes else {
      return .failure(JSONParseError(.tooLarge, at: limits.bytes, in: buffer))
    }
    var scanner = JSONScanner(bytes: buffer, limits: limits)
    do throws(JSONScanner.Fault) {
      return .success(try scanner.document())
    } catch {
      return .failure(JSONParseError(error.code, at: error.offset, in: buffer))
    }
  }
}
