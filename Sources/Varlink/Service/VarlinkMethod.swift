/// A method that an interface declares, with the types of what goes in and what comes out. Generated.
public protocol VarlinkMethod: Sendable {
  /// The parameters of a call.
  associatedtype Input: VarlinkStructure
  /// The parameters of a reply.
  associatedtype Output: VarlinkStructure

  /// The full name: the interface, a dot, the method.
  static var name: String { get }
}

/// A method whose input has the field `idempotencyKey: ?string`: a call that is repeated with its key gets the reply of
/// the first. Its row in the table of its interface is a `KeyedMethodRow`. Generated.
public protocol KeyedMethod: VarlinkMethod {}

/// An interface that code was generated for.
public protocol VarlinkInterfaceDefinition: Sendable {
  /// The interface's name.
  static var name: String { get }
  /// The text of the definition, comments and all, as `GetInterfaceDescription` gives it.
  static var text: String { get }
  /// The full names of the methods, in written order.
  static var methodNames: [String] { get }
}
