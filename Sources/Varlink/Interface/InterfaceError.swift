/// Why a text is no interface definition, and where.
public struct InterfaceError: Error, Sendable, Equatable {
  /// What is wrong, in English, for the author of the interface.
  public let message: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int
}
