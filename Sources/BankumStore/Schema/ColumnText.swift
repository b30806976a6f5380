/// Pieces of `CREATE TABLE` that stand in many tables.
enum ColumnText {
  /// An id of 40 bits.
  static let id = "id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 1099511627775)"
  /// The rest of the record: sealed, or with a checksum.
  static let body = "body BLOB NOT NULL CHECK (length(body) >= 8)"

  /// A day, or none.
  static func optionalDay(_ name: String) -> String {
    "\(name) INTEGER CHECK (\(name) BETWEEN -719162 AND 2932896)"
  }

  /// A day.
  static func day(_ name: String) -> String {
    "\(name) INTEGER NOT NULL CHECK (\(name) BETWEEN -719162 AND 2932896)"
  }

  /// First and last day; the last may be missing.
  static func days(_ first: String = "first_day", _ last: String = "last_day") -> String {
    "\(day(first)), \(optionalDay(last)) CHECK (\(last) IS NULL OR \(last) >= \(first))"
  }

  /// Start and end as minutes of the day.
  static let hours = """
    start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439), \
    end_minute INTEGER NOT NULL CHECK (end_minute BETWEEN 1 AND 1440 AND end_minute > start_minute)
    """

  /// One of a closed list of codes.
  static func code(_ name: String, _ codes: String...) -> String {
    "\(name) TEXT NOT NULL CHECK (\(name) IN (\(codes.map { "'\($0)'" }.joined(separator: ", "))))"
  }

  /// A day of the week, or none.
  static let optionalWeekday =
    "weekday TEXT CHECK (weekday IN ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'))"

  /// A claim: 0 or 1.
  static func flag(_ name: String) -> String { "\(name) INTEGER NOT NULL CHECK (\(name) IN (0, 1))" }

  /// A number within limits.
  static func number(_ name: String, _ limits: ClosedRange<Int>) -> String {
    "\(name) INTEGER NOT NULL CHECK (\(name) BETWEEN \(limits.lowerBound) AND \(limits.upperBound))"
  }

  /// A table of rows that belong to rows of another, in order; they go when it goes.
  static func link(_ name: String, to owner: String, _ columns: String) -> String {
    """
    CREATE TABLE \(name) (
      owner INTEGER NOT NULL REFERENCES \(owner) (id) ON DELETE CASCADE,
      position INTEGER NOT NULL, \(columns), PRIMARY KEY (owner, position)) STRICT, WITHOUT ROWID;

    """
  }
}
