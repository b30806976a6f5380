import JSON

extension JSONLimits {
  /// What the register wrote it reads again, however much it is: the limits of a message are none of a record.
  static let none = JSONLimits(bytes: .max, depth: .max, allowsNullCharacter: true)
}

extension JSONValue {
  /// A value that the register wrote; nil for bytes that are no JSON, which it never holds.
  init?(stored bytes: some Sequence<UInt8>) {
    guard let value = try? JSONParser.parse(bytes, limits: .none) else { return nil }
    self = value
  }
}
