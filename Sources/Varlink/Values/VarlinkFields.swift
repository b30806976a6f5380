public import JSON

/// The fields of an object while a structure reads them; it notices those that nobody asked for.
public struct VarlinkFields: Sendable {
  private let object: JSONObject
  private let mode: VarlinkReadMode
  private var known: [String] = []

  init(_ object: JSONObject, mode: VarlinkReadMode) {
    self.object = object
    self.mode = mode
  }

  /// Reads one field; a field that is left out is read as null.
  /// - Throws: `VarlinkReadFault` with the way to the fault.
  public mutating func read<Value: VarlinkValue>(_ name: String) throws(VarlinkReadFault) -> Value {
    if mode == .strict { known.append(name) }
    do throws(VarlinkReadFault) {
      return try Value(varlink: object[name] ?? .null, mode: mode)
    } catch {
      throw error.inside(name)
    }
  }

  func finish() throws(VarlinkReadFault) {
    guard mode == .strict else { return }
    for member in object.members where !known.contains(member.name) {
      throw VarlinkReadFault(reversedPath: [member.name])
    }
  }
}

extension JSONWriter {
  /// Writes a field.
  public mutating func field(_ name: StaticString, _ value: some VarlinkValue) {
    key(name)
    value.write(to: &self)
  }

  /// Writes a field of an input, or leaves it out when it is null: an older service knows fewer fields.
  public mutating func fieldIfSet(_ name: StaticString, _ value: (some VarlinkValue)?) {
    if let value { field(name, value) }
  }
}
