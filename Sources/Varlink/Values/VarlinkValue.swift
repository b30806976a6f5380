public import JSON

/// A value that an interface can name: it is read from JSON with the place of a fault, and written straight
/// to bytes. Generated code conforms; nobody writes it by hand.
public protocol VarlinkValue: Sendable {
  /// Reads the value.
  /// - Parameter mode: whether a field that is not declared is a fault.
  /// - Throws: `VarlinkReadFault`.
  init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault)

  /// Writes the value.
  func write(to writer: inout JSONWriter)
}

/// What to do with fields that an interface does not declare.
public enum VarlinkReadMode: Sendable {
  /// A service refuses them: the caller would believe that they did something.
  case strict
  /// A client passes over them: a newer service may have added them.
  case lenient
}

/// A value that is not of its declared type.
public struct VarlinkReadFault: Error, Sendable, Equatable {
  /// The fields on the way to it, the innermost first.
  var reversedPath: [String] = []

  /// The way to the field, parted by dots; elements of arrays and maps do not show.
  public var parameter: String {
    reversedPath.reversed().joined(separator: ".")
  }

  func inside(_ field: String) -> VarlinkReadFault {
    VarlinkReadFault(reversedPath: reversedPath + [field])
  }
}

/// A structure: fields by name.
public protocol VarlinkStructure: VarlinkValue {
  /// Reads the fields.
  /// - Throws: `VarlinkReadFault`.
  init(fields: inout VarlinkFields) throws(VarlinkReadFault)

  /// Writes the fields, without the braces.
  func writeFields(to writer: inout JSONWriter)
}

extension VarlinkStructure {
  /// Reads an object.
  public init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    guard case .object(let object) = value else { throw VarlinkReadFault() }
    try self.init(object: object, mode: mode)
  }

  /// Reads an object.
  public init(object: JSONObject, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    var fields = VarlinkFields(object, mode: mode)
    try self.init(fields: &fields)
    try fields.finish()
  }

  /// Writes an object.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writeFields(to: &writer)
    writer.endObject()
  }

  /// The same as a JSON object.
  public var jsonObject: JSONObject {
    var writer = JSONWriter()
    write(to: &writer)
    // What a writer wrote reads back; the limits are those of the writer's own structure, so none.
    guard
      case .object(let object)? = try? JSONParser.parse(
        writer.bytes, limits: JSONLimits(bytes: .max, depth: .max, allowsNullCharacter: true))
    else { return [:] }
    return object
  }
}

/// The parameters of an error that an interface declares.
public protocol VarlinkErrorParameters: VarlinkStructure {
  /// The error's full name.
  static var errorName: String { get }
}

extension VarlinkErrorParameters {
  /// Reads the parameters if the error is this one and has them.
  public init?(_ error: VarlinkError) {
    guard error.name == Self.errorName else { return nil }
    do throws(VarlinkReadFault) {
      try self.init(object: error.parameters, mode: .lenient)
    } catch {
      return nil
    }
  }
}
