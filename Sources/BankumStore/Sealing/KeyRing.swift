import BankumModel

/// The keys that seal the register. The last one seals; all of them open.
///
/// They come from outside as bytes: a credential of the service manager, or the private daemon's own file. Form: a line
/// a key, `1 ` and 64 hexadecimal digits; the number is the key's id, later keys have greater ones; `#` begins a
/// comment. A key that is taken out makes everything unreadable that it sealed and that was not written again since.
package struct KeyRing: Sendable {
  private let keys: [UInt32: SealingKey]
  /// The key that seals.
  package let current: SealingKey

  init(_ keys: [SealingKey]) throws(StoreError) {
    guard let last = keys.max(by: { $0.id < $1.id }) else { throw StoreError(.keyMissing, "a ring without a key") }
    self.keys = Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    current = last
  }

  /// Reads a ring; throws `invalid` with the lines that are wrong, or `keyMissing`. No message repeats a key.
  package init(parsing bytes: [UInt8]) throws(StoreError) {
    var keys: [SealingKey] = []
    var problems: [Problem] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\t") }
      guard let first = words.first, first.first != UInt8(ascii: "#") else { continue }
      if words.count == 2, let id = UInt32(String(decoding: first, as: UTF8.self)), id > 0,
        let key = Self.hexadecimal(words[1]), key.count == 32, !keys.contains(where: { $0.id == id })
      {
        keys.append(SealingKey(id: id, bytes: key))
      } else {
        problems.append(
          Problem(place: "line \(number + 1)", value: "", expected: "a new number and 64 hexadecimal digits"))
      }
    }
    guard problems.isEmpty else { throw StoreError(.invalid, "a ring of keys that cannot be read", problems: problems) }
    try self.init(keys)
  }

  /// The ids of all keys, in order.
  package var ids: [UInt32] { keys.keys.sorted() }

  /// A ring of one of the keys alone.
  func only(_ id: UInt32) throws(StoreError) -> KeyRing { try KeyRing(key(id).map { [$0] } ?? []) }

  /// The key of an id.
  func key(_ id: UInt32) -> SealingKey? { keys[id] }

  /// Opens the body of a record that was written in a form; throws `keyMissing` or `corrupted`.
  func open(
    _ bytes: UnsafeRawBufferPointer, isSealed: Bool, form: UInt8, context: [UInt8]
  ) throws(StoreError) -> [UInt8] {
    guard let envelope = Envelope(bytes), envelope.kind == (isSealed ? .sealed : .authenticated) else {
      throw StoreError(.corrupted, "a record that was never written")
    }
    guard envelope.form == form else {
      throw StoreError(.corrupted, "a record of form \(envelope.form), where \(form) is read")
    }
    guard let key = keys[envelope.key] else { throw StoreError(.keyMissing, "written with key \(envelope.key)") }
    return try key.open(bytes, envelope, context: context)
  }

  /// What a text may be found by: one for each key, because rows keep theirs until they are written again.
  func blinds(_ kind: BlindIndex, _ text: String) -> [[UInt8]] {
    ids.compactMap { keys[$0]?.blind(kind, text) }
  }

  private static func hexadecimal(_ digits: some Collection<UInt8>) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}
