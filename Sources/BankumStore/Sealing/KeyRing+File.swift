import Glibc

extension KeyRing {
  /// The file of a daemon that nobody gave a ring.
  static let fileName = "keys"
  /// The same file until the first start is done.
  private static let newFileName = "keys.new"

  /// The ring of a daemon that nobody gave one: the file `keys` in its own folder, made at the first start, readable for
  /// its user alone.
  ///
  /// Such a key protects copies of the database, not the disk on which both lie. Until the register stands, the file is
  /// called `keys.new`: `keys` without a register then always means that the register is gone, and a first start that
  /// was killed at any write is simply begun again. Throws `unusable`, `keyMissing` if the file is gone while there is a
  /// register, or `invalid`.
  package static func own(in folder: String) throws(StoreError) -> KeyRing {
    let path = folder + "/" + fileName
    let hasRegister = try FileBytes.read(folder + "/" + Register.fileName, limit: 1)?.isEmpty == false
    if let bytes = try FileBytes.read(path) {
      if !bytes.isEmpty { return try KeyRing(parsing: bytes) }
      guard !hasRegister else { throw StoreError(.keyMissing, "the file of keys is empty") }
      // What a first start of an older version left that was killed between making and writing it.
      unlink(path)
    }
    let newPath = folder + "/" + newFileName
    if let bytes = try FileBytes.read(newPath) {
      if let ring = try? KeyRing(parsing: bytes) { return ring }
      // Whatever was written with it was written after it was whole.
      unlink(newPath)
    }
    guard !hasRegister else {
      throw StoreError(.keyMissing, "there is a register and no file of keys beside it")
    }
    var generator = SystemRandomNumberGenerator()
    let digits = (0..<64).map { _ in UInt8.random(in: 0..<16, using: &generator) }
    let line = "1 " + digits.map { String($0, radix: 16) }.joined() + "\n"
    try FileBytes.create(newPath, Array(line.utf8))
    return try KeyRing(parsing: Array(line.utf8))
  }

  /// Says that the first start is done: the register stands.
  static func settle(in folder: String) throws(StoreError) {
    let newPath = folder + "/" + newFileName
    guard try FileBytes.read(newPath, limit: 1) != nil else { return }
    try FileBytes.rename(newPath, to: folder + "/" + fileName)
  }

  /// Whether a register once stood in a folder, by the file of keys that is only called so once it does.
  static func isSettled(in folder: String) throws(StoreError) -> Bool {
    try FileBytes.read(folder + "/" + fileName, limit: 1)?.isEmpty == false
  }
}
