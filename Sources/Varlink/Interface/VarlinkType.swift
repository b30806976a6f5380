/// A type of the interface definition language.
///
/// Source: varlink.org, Interface Definition. `object` stands for any JSON object.
public indirect enum VarlinkType: Sendable, Equatable {
  case bool
  case int
  case float
  case string
  case object
  /// A type that the interface defines under this name.
  case named(String)
  /// `(name: type, ...)`; without fields it is `()`, the element of a set.
  case structure([VarlinkField])
  /// `(one, two)`: on the wire a string.
  case enumeration([String])
  /// `[]type`
  case array(VarlinkType)
  /// `[string]type`
  case dictionary(VarlinkType)
  /// `?type`: may be null or left out.
  case optional(VarlinkType)
}

/// A named and typed field of a structure, an input, an output or an error.
public struct VarlinkField: Sendable, Equatable {
  /// The field's name: the key on the wire.
  public var name: String
  /// The field's type.
  public var type: VarlinkType
  /// The comment lines above it, without `#` and the blank behind it.
  public var documentation: [String]

  /// Makes a field.
  public init(name: String, type: VarlinkType, documentation: [String] = []) {
    self.name = name
    self.type = type
    self.documentation = documentation
  }
}
