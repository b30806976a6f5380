import Glibc

extension KeyRing {
  /// The ring of a daemon that nobody gave one: the file `keys` in its own folder, made at the first start, readable for
  /// its user alone.
  ///
  /// Such a key protects copies of the database, not the disk on which both lie. Throws `unusable`, `keyMissing` if the
  /// file is gone while there is a register, or `invalid`.
  package static func own(in folder: String) throws(StoreError) -> KeyRing {
    let path = folder + "/keys"
    if let bytes = try FileBytes.read(path) { return try KeyRing(parsing: bytes) }
    guard try FileBytes.read(folder + "/" + Register.fileName, limit: 1) == nil else {
      throw StoreError(.keyMissing, "there is a register and no file of keys beside it")
    }
    var generator = SystemRandomNumberGenerator()
    let digits = (0..<64).map { _ in UInt8.random(in: 0..<16, using: &generator) }
    let line = "1 " + digits.map { String($0, radix: 16) }.joined() + "\n"
    try FileBytes.create(path, Array(line.utf8))
    return try KeyRing(parsing: Array(line.utf8))
  }
}
