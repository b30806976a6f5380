public import JSON

/// A method call as it stands on the wire.
///
/// Source: varlink.org, Method Call. Where the specification is silent, this follows sd-varlink of systemd 257:
/// unknown keys, a flag that is no boolean, `more` together with `oneway` break the connection.
public struct VarlinkCall: Sendable, Equatable {
  /// How the caller wants to be answered.
  public enum Mode: Sendable, Equatable {
    /// One reply.
    case single
    /// Any number of replies, all but the last with `continues`.
    case more
    /// No reply, not even an error.
    case oneway
  }

  /// The full name of the method: the interface, a dot, the method.
  public var method: String
  /// The parameters; absent, null and `{}` are the same.
  public var parameters: JSONObject
  /// How the caller wants to be answered.
  public var mode: Mode

  /// Makes a call.
  public init(method: String, parameters: JSONObject = [:], mode: Mode = .single) {
    self.method = method
    self.parameters = parameters
    self.mode = mode
  }

  /// Reads a message (without its NUL).
  /// - Throws: `VarlinkProtocolFault`: the connection is to be closed without a word.
  public init(message: some Sequence<UInt8>, limits: JSONLimits = JSONLimits()) throws(VarlinkProtocolFault) {
    let object = try VarlinkProtocolFault.object(message, limits: limits)
    var method: String?
    var more = false
    var oneway = false
    parameters = [:]
    for member in object.members {
      switch (member.name, member.value) {
      case ("method", .string(let value)): method = value
      case ("parameters", .object(let value)): parameters = value
      case ("parameters", .null): break
      case ("more", .bool(let value)): more = value
      case ("oneway", .bool(let value)): oneway = value
      case ("method", _), ("parameters", _), ("more", _), ("oneway", _): throw .wrongType(key: member.name)
      default: throw .unknownKey
      }
    }
    guard let method else { throw .missingMethod }
    guard !(more && oneway) else { throw .contradiction }
    self.method = method
    mode = more ? .more : oneway ? .oneway : .single
  }

  /// The message as bytes, with its NUL.
  public var frame: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("method")
    writer.string(method)
    if !parameters.isEmpty {
      writer.key("parameters")
      writer.value(.object(parameters))
    }
    switch mode {
    case .single: break
    case .more:
      writer.key("more")
      writer.bool(true)
    case .oneway:
      writer.key("oneway")
      writer.bool(true)
    }
    writer.endObject()
    writer.terminate(0)
    return writer.bytes
  }

  /// The interface's name (all before the last dot) and the method's; nil without a dot.
  public var target: (interface: Substring, method: Substring)? {
    guard let dot = method.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return (method[..<dot], method[method.index(after: dot)...])
  }
}
