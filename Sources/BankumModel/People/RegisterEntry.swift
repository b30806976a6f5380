/// One line of a person's way through the register books.
package struct RegisterEntry: Hashable, Sendable {
  /// The number in the book.
  package var number: RegisterNumber
  /// From when on he had it, and until when.
  package var days: OpenDateRange

  /// Takes the fields as they are.
  package init(number: RegisterNumber, days: OpenDateRange) {
    self.number = number
    self.days = days
  }
}
