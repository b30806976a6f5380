public import JSON

/// A reply as it stands on the wire: parameters, or an error.
///
/// Source: varlink.org, Method Call.
public enum VarlinkReply: Sendable, Equatable {
  /// The answer; `continues` says that more replies follow to the same call.
  case success(JSONObject, continues: Bool)
  /// The error; it is always the last reply to its call.
  case failure(VarlinkError)

  /// Reads a message (without its NUL).
  /// - Throws: `VarlinkProtocolFault`: the connection is to be given up.
  public init(message: some Sequence<UInt8>, limits: JSONLimits = JSONLimits()) throws(VarlinkProtocolFault) {
    let object = try VarlinkProtocolFault.object(message, limits: limits)
    var parameters: JSONObject = [:]
    var continues = false
    var error: String?
    for member in object.members {
      switch (member.name, member.value) {
      case ("parameters", .object(let value)): parameters = value
      case ("parameters", .null): break
      case ("continues", .bool(let value)): continues = value
      case ("error", .string(let value)): error = value
      case ("parameters", _), ("continues", _), ("error", _): throw .wrongType(key: member.name)
      default: throw .unknownKey
      }
    }
    if let error {
      guard !continues else { throw .contradiction }
      self = .failure(VarlinkError(name: error, parameters: parameters))
    } else {
      self = .success(parameters, continues: continues)
    }
  }

  /// The message as bytes, with its NUL. Empty parameters are left out, as systemd does.
  public var frame: [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .success(let parameters, let continues):
      var writer = JSONWriter()
      if !parameters.isEmpty { writer.value(.object(parameters)) }
      Self.append(parameters: writer.bytes, continues: continues, to: &bytes)
    case .failure(let error):
      Self.append(error: error, to: &bytes)
    }
    return bytes
  }

  /// Appends the message for parameters that are JSON already (an object, or nothing for an empty one).
  public static func append(parameters: [UInt8], continues: Bool, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    if !parameters.isEmpty {
      bytes.append(contentsOf: #""parameters":"#.utf8)
      bytes.append(contentsOf: parameters)
    }
    if continues {
      if !parameters.isEmpty { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: #""continues":true"#.utf8)
    }
    bytes.append(UInt8(ascii: "}"))
    bytes.append(0)
  }

  /// Appends the message for an error.
  public static func append(error: VarlinkError, to bytes: inout [UInt8]) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("error", error.name)
    if !error.parameters.isEmpty { writer.field("parameters", error.parameters) }
    writer.endObject()
    writer.terminate(0)
    bytes.append(contentsOf: writer.bytes)
  }
}
