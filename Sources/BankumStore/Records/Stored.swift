package import BankumModel

/// A value that the register keeps: its table, and how it becomes a row and a row becomes it.
package protocol Stored: Equatable, Sendable {
  /// Where values of this kind are kept.
  static var table: Table { get }
  /// The row's id; nil where the database gives it.
  var rowKey: Int64? { get }
  /// What breaks the invariants of this value alone; a value with problems is never written.
  var problems: [Problem] { get }
  /// Hands over every field, in the order in which `init(rowKey:from:)` takes them.
  func write(to record: inout RecordWriter)
  /// What people call the value of a row: its id, a day, a year, a number.
  static func name(ofRow rowKey: Int64) -> String
  /// Makes the value again.
  init(rowKey: Int64, from record: inout RecordReader) throws(StoreError)
}

extension Stored where Self: Entity {
  /// The id as people write it.
  package static func name(ofRow rowKey: Int64) -> String {
    let id: ID = id(rowKey)
    return id.text
  }

  /// The bits of the id.
  package var rowKey: Int64? { Int64(id.bits) }
}

extension Stored {
  /// The number of the row.
  package static func name(ofRow rowKey: Int64) -> String { "\(rowKey)" }

  /// Nothing can be wrong with it by itself.
  package var problems: [Problem] { [] }

  /// The id of a row of this kind.
  static func id<Kind>(_ rowKey: Int64) -> Identifier<Kind> { Identifier<Kind>(bits: UInt64(bitPattern: rowKey)) }
}
