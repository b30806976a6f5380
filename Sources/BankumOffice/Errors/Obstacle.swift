/// What is in the way for now; the words are made above.
package enum Obstacle: String, Sendable, Equatable {
  /// Another write or another program holds the register.
  case register
}
