/// What a parser accepts before it refuses: checked while reading, before memory is spent.
public struct JSONLimits: Sendable, Equatable {
  /// The most bytes of text.
  public var bytes: Int
  /// The deepest nesting of arrays and objects; a scalar at the top has depth 0.
  public var depth: Int
  /// Whether `\u0000` may stand in a string. Varlink ends messages with NUL, so its peers refuse it.
  public var allowsNullCharacter: Bool

  /// Makes limits; as they stand they are those of a control message.
  public init(bytes: Int = 1 << 20, depth: Int = 32, allowsNullCharacter: Bool = false) {
    self.bytes = bytes
    self.depth = depth
    self.allowsNullCharacter = allowsNullCharacter
  }
}
