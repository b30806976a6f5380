/// The accounts of the machine, as far as roles need them.
package struct UserNames: Sendable {
  /// The number of an account; nil if there is none of that name.
  package let number: @Sendable (String) -> UInt32?
  /// The name of an account; nil if the number has none.
  package let name: @Sendable (UInt32) -> String?

  /// Takes the look-ups.
  package init(
    number: @escaping @Sendable (String) -> UInt32?, name: @escaping @Sendable (UInt32) -> String?
  ) {
    self.number = number
    self.name = name
  }

  /// A machine that knows nobody by name.
  package static let none = UserNames(number: { _ in nil }, name: { _ in nil })
}
