/// What stands before every stored body: whether it is sealed or only authenticated, by which key, and the form of the
/// record in it. It is part of what is authenticated.
struct Envelope: Equatable {
  enum Kind: UInt8 {
    /// Sealed by version 1 of the tables, which knew no forms: see `FirstForm`.
    case first = 1
    /// Nonce, ciphertext, tag follow.
    case sealed = 2
    /// The fields in the clear and their code follow.
    case authenticated = 3
  }

  /// How many bytes it takes: kind, four of the key's id, form.
  static let length = 6
  /// How many bytes the tag or code at the end of a body takes: what tells one writing of a row from all others.
  static let tagLength = 16

  let kind: Kind
  let key: UInt32
  let form: UInt8

  init(kind: Kind, key: UInt32, form: UInt8) {
    self.kind = kind
    self.key = key
    self.form = form
  }

  /// The envelope of a stored body, or nil if it has none.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.length + Self.tagLength, let kind = Kind(rawValue: bytes[0]), kind != .first else {
      return nil
    }
    self.init(kind: kind, key: bytes[1..<5].reduce(0) { $0 << 8 | UInt32($1) }, form: bytes[5])
  }

  var bytes: [UInt8] {
    [kind.rawValue] + (0..<4).reversed().map { UInt8(truncatingIfNeeded: key >> (8 * $0)) } + [form]
  }
}
