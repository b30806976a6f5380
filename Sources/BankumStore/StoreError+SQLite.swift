import BankumModel
import GRDB

extension StoreError {
  /// The error that stands for one of the database library; errors of our own pass unchanged.
  init(_ error: any Error) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.misuse, "\(type(of: error))")
      return
    }
    let message = error.message ?? ""
    switch error.resultCode {
    case .SQLITE_FULL: self.init(.storageFull, message)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self.init(.busy, message)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self.init(.corrupted, message)
    case .SQLITE_IOERR: self.init(.inputOutput, "\(message) (\(error.extendedResultCode.rawValue))")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self.init(.unusable, message)
    case .SQLITE_CONSTRAINT: self.init(constraint: message)
    default: self.init(.misuse, "\(message) (\(error.extendedResultCode.rawValue))")
    }
  }

  /// SQLite names table and column of a broken constraint, and nothing of the values.
  private init(constraint message: String) {
    for subject in ["inmate", "advocate", "room"] where message.contains("\(subject)_time.") {
      self.init(
        .doubleBooking, message,
        problems: [Problem(place: subject, value: "", expected: "nobody and nothing in two places at once")])
      return
    }
    self.init(.constraint, message)
  }
}

/// Runs calls of the database library and throws its errors as ours.
func sqlite<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
  do { return try body() } catch { throw StoreError(error) }
}
