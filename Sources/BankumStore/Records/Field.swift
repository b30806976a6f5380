/// One stored value: the storage classes of SQLite, floats left out, because nothing here is one.
enum Field: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])
}
