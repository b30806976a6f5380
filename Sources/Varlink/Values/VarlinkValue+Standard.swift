public import JSON

extension Bool: VarlinkValue {
  /// Reads the value: see `VarlinkValue`.
  public init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    guard case .bool(let bool) = value else { throw VarlinkReadFault() }
    self = bool
  }

  /// Writes the value.
  public func write(to writer: inout JSONWriter) { writer.bool(self) }
}

extension Int: VarlinkValue {
  /// Reads the value: see `VarlinkValue`.
  public init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    guard case .integer(let integer) = value else { throw VarlinkReadFault() }
    self.init(integer)
  }

  /// Writes the value.
  public func write(to writer: inout JSONWriter) { writer.integer(Int64(self)) }
}

extension Double: VarlinkValue {
  /// An integer literal is a float as well: many writers leave out the fraction.
  public init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    switch value {
    case .float(let float): self = float
    case .integer(let integer): self = Double(integer)
    default: throw VarlinkReadFault()
    }
  }

  /// Writes the value.
  public func write(to writer: inout JSONWriter) { writer.float(self) }
}

extension String: VarlinkValue {
  /// Reads the value: see `VarlinkValue`.
  public init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    guard case .string(let string) = value else { throw VarlinkReadFault() }
    self = string
  }

  /// Writes the value.
  public func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension JSONObject: VarlinkValue {
  /// Reads the value: see `VarlinkValue`.
  public init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    guard case .object(let object) = value else { throw VarlinkReadFault() }
    self = object
  }

  /// Writes the value.
  public func write(to writer: inout JSONWriter) { writer.value(.object(self)) }
}

extension Optional: VarlinkValue where Wrapped: VarlinkValue {
  /// Reads the value: see `VarlinkValue`.
  public init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    if case .null = value { self = nil } else { self = try Wrapped(varlink: value, mode: mode) }
  }

  /// Writes the value.
  public func write(to writer: inout JSONWriter) {
    if let value = self { value.write(to: &writer) } else { writer.null() }
  }
}

extension Array: VarlinkValue where Element: VarlinkValue {
  /// Reads the value: see `VarlinkValue`.
  public init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    guard case .array(let elements) = value else { throw VarlinkReadFault() }
    self = []
    reserveCapacity(elements.count)
    for element in elements { append(try Element(varlink: element, mode: mode)) }
  }

  /// Writes the value.
  public func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for element in self { element.write(to: &writer) }
    writer.endArray()
  }
}

extension Dictionary: VarlinkValue where Key == String, Value: VarlinkValue {
  /// Reads the value: see `VarlinkValue`.
  public init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    guard case .object(let object) = value else { throw VarlinkReadFault() }
    self = [:]
    for member in object.members { self[member.name] = try Value(varlink: member.value, mode: mode) }
  }

  /// Sorted by name, so that the same value is always the same bytes.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, value) in sorted(by: { $0.key < $1.key }) {
      writer.key(name)
      value.write(to: &writer)
    }
    writer.endObject()
  }
}

/// The value of a set: `[string]()` is an object of these.
public struct VarlinkUnit: VarlinkStructure, Hashable {
  /// Makes the only value.
  public init() {}

  /// Reads no field.
  public init(fields: inout VarlinkFields) throws(VarlinkReadFault) {}

  /// Writes no field.
  public func writeFields(to writer: inout JSONWriter) {}
}

extension VarlinkValue where Self: RawRepresentable, RawValue == String {
  /// Reads an enumeration's value, which is a string on the wire.
  public init(varlink value: JSONValue, mode: VarlinkReadMode) throws(VarlinkReadFault) {
    guard case .string(let string) = value, let value = Self(rawValue: string) else { throw VarlinkReadFault() }
    self = value
  }

  /// Writes an enumeration's value.
  public func write(to writer: inout JSONWriter) { writer.string(rawValue) }
}
