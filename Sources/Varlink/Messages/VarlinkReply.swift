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
    switch self {
    case .success(let parameters, let continues):
      guard !parameters.isEmpty else { return Self.frame(parameters: [], continues: continues) }
      var writer = JSONWriter()
      writer.value(.object(parameters))
      return Self.frame(parameters: writer.bytes, continues: continues)
    case .failure(let error):
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("error")
      writer.string(error.name)
      if !error.parameters.isEmpty {
        writer.key("parameters")
        writer.value(.object(error.parameters))
      }
      writer.endObject()
      writer.terminate(0)
      return writer.bytes
    }
  }

  /// A success from parameters that are JSON already (an object, or nothing for an empty one).
  public static func frame(parameters: some Collection<UInt8>, continues: Bool) -> [UInt8] {
    var writer = JSONWriter(capacity: parameters.count + 32)
    writer.beginObject()
    if !parameters.isEmpty {
      writer.key("parameters")
      writer.json(parameters)
    }
    if continues {
      writer.key("continues")
      writer.bool(true)
    }
    writer.endObject()
    writer.terminate(0)
    return writer.bytes
  }
}
