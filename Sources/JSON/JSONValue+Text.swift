extension JSONValue {
  /// The value as text.
  public func text(_ layout: JSONWriter.Layout = .compact) -> String {
    var writer = JSONWriter(layout: layout)
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The one byte sequence that stands for this value in a digest: compact, members sorted by the bytes of
  /// their names, numbers of their kind in shortest form. Two texts that differ only in white space, escapes and
  /// the order of members have the same canonical bytes.
  public func canonicalBytes() -> [UInt8] {
    var writer = JSONWriter()
    writer.value(sorted())
    return writer.bytes
  }

  private func sorted() -> JSONValue {
    switch self {
    case .null, .bool, .integer, .string: self
    // -0.0 equals 0.0, so both are written the same.
    case .float(let value): .float(value == 0 ? 0 : value)
    case .array(let elements): .array(elements.map { $0.sorted() })
    case .object(let object):
      .object(
        JSONObject(
          uniqueMembers: object.members
            .map { JSONObject.Member(name: $0.name, value: $0.value.sorted()) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }))
    }
  }
}
