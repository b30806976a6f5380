import CSQLite
import GRDB
import Synchronization

/// Keeps the tally of the tables while their rows change, whoever changes them: a statement of this room, a trigger, a
/// reference that takes its rows along.
///
/// SQLite calls it before each change of a row (`sqlite3_preupdate_hook`). It is not told when changes are taken back:
/// whoever rolls back to a savepoint, or finds a statement failed, says so here.
final class Ledger: Sendable {
  private struct Book {
    var tally: RegisterTally
    var key: SealingKey
    let places: [String: Int]
    let summations: [TableSummation]
    /// What the statement that runs has changed.
    var statement: [(place: Int, isAdded: Bool, summand: RegisterTally.Summand)] = []

    init(_ tally: RegisterTally, key: SealingKey) {
      self.tally = tally
      self.key = key
      places = Dictionary(
        tally.tables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
      summations = tally.tables.map { TableSummation.of($0.name) }
    }

    mutating func note(_ place: Int, isAdded: Bool, _ summand: RegisterTally.Summand) {
      if isAdded { tally.tables[place].add(summand) } else { tally.tables[place].subtract(summand) }
      statement.append((place, isAdded, summand))
    }
  }

  private let book: Mutex<Book>
  private let ring: KeyRing

  /// Throws `keyMissing` if the ring lacks the key under which the tally sums.
  init(_ tally: RegisterTally, ring: KeyRing) throws(StoreError) {
    guard let key = ring.key(tally.key) else { throw StoreError(.keyMissing, "rows are summed under key \(tally.key)") }
    self.ring = ring
    book = Mutex(Book(tally, key: key))
  }

  /// What the tables hold now, uncommitted changes included.
  var tally: RegisterTally { book.withLock { $0.tally } }

  /// Goes back to what a savepoint or the last commit held.
  func restore(_ tally: RegisterTally) {
    book.withLock { book in
      book.tally = tally
      if tally.key != book.key.id, let key = ring.key(tally.key) { book.key = key }
      book.statement.removeAll(keepingCapacity: true)
    }
  }

  /// From here on changes belong to the next statement.
  func beginStatement() { book.withLock { $0.statement.removeAll(keepingCapacity: true) } }

  /// The statement failed, and SQLite took its changes back.
  func undoStatement() {
    book.withLock { book in
      for change in book.statement.reversed() {
        if change.isAdded {
          book.tally.tables[change.place].subtract(change.summand)
        } else {
          book.tally.tables[change.place].add(change.summand)
        }
      }
      book.statement.removeAll(keepingCapacity: true)
    }
  }

  /// Sums everything anew, under the key in use: when keys or tables have changed.
  func recount(in database: Database) throws(StoreError) {
    let tally = try RegisterTally.counted(in: database, ring: ring)
    book.withLock { $0 = Book(tally, key: ring.current) }
  }

  /// Has SQLite call this ledger before each change that a connection makes. The ledger must outlive the connection.
  func watch(_ connection: OpaquePointer?) {
    _ = sqlite3_preupdate_hook(
      connection,
      { context, connection, operation, _, table, _, _ in
        guard let context, let connection, let table else { return }
        Unmanaged<Ledger>.fromOpaque(context).takeUnretainedValue()
          .note(operation, String(cString: table), connection)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func note(_ operation: Int32, _ table: String, _ connection: OpaquePointer) {
    book.withLock { book in
      guard let place = book.places[table] else { return }
      let summation = book.summations[place]
      if operation != SQLITE_INSERT {
        book.note(
          place, isAdded: false, Self.summand(summation, table, connection, sqlite3_preupdate_old, book.key))
      }
      if operation != SQLITE_DELETE {
        book.note(place, isAdded: true, Self.summand(summation, table, connection, sqlite3_preupdate_new, book.key))
      }
    }
  }

  private typealias Look = (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Int32

  private static func summand(
    _ summation: TableSummation, _ table: String, _ connection: OpaquePointer, _ look: Look, _ key: SealingKey
  ) -> RegisterTally.Summand {
    switch summation {
    case .count: return .none
    case .tag(let column):
      var value: OpaquePointer?
      guard look(connection, Int32(column), &value) == SQLITE_OK, let start = sqlite3_value_blob(value) else {
        return .none
      }
      return RegisterTally.Summand(
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
    case .columns:
      var bytes = Array(table.utf8)
      for column in 0..<sqlite3_preupdate_count(connection) {
        var value: OpaquePointer?
        _ = look(connection, column, &value)
        FieldBytes.append(StoredRow.field(of: value), to: &bytes)
      }
      return RegisterTally.Summand(key.summand(of: bytes))
    }
  }
}
