/// An interface: a name and the types, methods and errors that it declares, in their written order.
///
/// Source: varlink.org, Interface Definition.
public struct VarlinkInterface: Sendable, Equatable {
  /// One declaration.
  public struct Member: Sendable, Equatable {
    /// What is declared.
    public enum Declaration: Sendable, Equatable {
      case type(VarlinkType)
      case method(input: [VarlinkField], output: [VarlinkField])
      case error([VarlinkField])
    }

    /// The name; types, methods and errors share one namespace.
    public var name: String
    /// What the name stands for.
    public var declaration: Declaration
    /// The comment lines above it, without `#` and the blank behind it.
    public var documentation: [String]

    /// Makes a declaration.
    public init(name: String, declaration: Declaration, documentation: [String] = []) {
      self.name = name
      self.declaration = declaration
      self.documentation = documentation
    }
  }

  /// The name in reverse-domain form, such as `org.varlink.service`.
  public var name: String
  /// The comment lines above `interface`, without `#` and the blank behind it.
  public var documentation: [String]
  /// The declarations in written order.
  public var members: [Member]

  /// Makes an interface.
  public init(name: String, documentation: [String] = [], members: [Member] = []) {
    self.name = name
    self.documentation = documentation
    self.members = members
  }

  /// The declaration of this name.
  public subscript(name: String) -> Member? {
    members.first { $0.name == name }
  }

  /// The names of the methods, in written order.
  public var methodNames: [String] {
    members.compactMap { member in
      if case .method = member.declaration { member.name } else { nil }
    }
  }
}
