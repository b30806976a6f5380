import BankumModel

/// A year whose whole list of holidays is in the register: what makes the working calendar answer for it.
package struct HolidayYear: Hashable, Stored {
  package static let table = Table("holiday_year", [])

  /// The year, 1...9999.
  package let year: Int

  /// The year with this number.
  package init(_ year: Int) {
    self.year = year
  }

  package var rowKey: Int64? { Int64(year) }

  package func write(to record: inout RecordWriter) {}

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    year = Int(rowKey)
  }
}
