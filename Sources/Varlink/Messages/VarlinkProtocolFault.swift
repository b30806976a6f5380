public import JSON

/// A message that breaks the protocol. Varlink has no reply for it: the connection is closed.
public enum VarlinkProtocolFault: Error, Sendable, Equatable {
  /// Not the JSON that a message is.
  case notJSON(JSONParseError)
  /// JSON, but not an object.
  case notAnObject
  /// A call without `method`.
  case missingMethod
  /// A key of the wrong type.
  case wrongType(key: String)
  /// A key that no message has.
  case unknownKey
  /// `more` with `oneway`, or `error` with `continues`.
  case contradiction
  /// A message, or what has come of it, is longer than the limit.
  case tooLong(limit: Int)
  /// A reply that nobody asked for, or `continues` to a call without `more`.
  case unexpectedReply
  /// The other side closed in the middle of a message.
  case cutShort

  /// A word for logs: it never holds anything of the message itself.
  public var code: String {
    switch self {
    case .notJSON(let error): "notJSON:\(error.code.rawValue)"
    case .notAnObject: "notAnObject"
    case .missingMethod: "missingMethod"
    case .wrongType: "wrongType"
    case .unknownKey: "unknownKey"
    case .contradiction: "contradiction"
    case .tooLong: "tooLong"
    case .unexpectedReply: "unexpectedReply"
    case .cutShort: "cutShort"
    }
  }

  static func object(
    _ message: some Sequence<UInt8>, limits: JSONLimits
  ) throws(VarlinkProtocolFault) -> JSONObject {
    let value: JSONValue
    do throws(JSONParseError) {
      value = try JSONParser.parse(message, limits: limits)
    } catch {
      throw .notJSON(error)
    }
    guard case .object(let object) = value else { throw .notAnObject }
    return object
  }
}
