import BankumModel

/// Gives numbers in the books: ascending, with the gaps that those leave who have gone.
struct RegisterBooks {
  private var last: [RegisterNumber.BookOfYear: Int] = [:]

  mutating func next(_ book: RegisterBook, mark: String, year: Int, _ dice: inout Dice) -> RegisterNumber {
    // Marks share the numbers of their book, so that a misread mark never meets another person.
    let key = RegisterNumber.BookOfYear(book: book, year: year)
    let serial = (last[key] ?? dice.from(10...60)) + dice.from(1...3)
    last[key] = serial
    guard let number = RegisterNumber(book: book, mark: mark, serial: serial, year: year) else {
      // The offences' marks are letters that numbers take, and years are those of the calendar.
      preconditionFailure("no register number \(book.code) \(mark) \(serial)/\(year)")
    }
    return number
  }
}

extension RegisterNumber {
  /// One volume of a book.
  struct BookOfYear: Hashable {
    let book: RegisterBook
    let year: Int
  }
}
