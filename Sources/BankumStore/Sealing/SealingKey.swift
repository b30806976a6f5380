import BankumModel
import Crypto
import FoundationEssentials

/// One key of the ring: what seals, what authenticates, what indexes, what counts and what signs the head of the audit
/// log, each derived from its bytes (HKDF, RFC 5869), so that no key does two things.
package struct SealingKey: Sendable {
  /// Its number, 1 and up; written beside everything that it sealed.
  package let id: UInt32
  /// 16 bytes by which a register knows the key again without holding it.
  let checkValue: [UInt8]
  private let sealing: SymmetricKey
  private let indexing: SymmetricKey
  private let signing: SymmetricKey
  // Begun once: hashing the padded key is half the work of a short code.
  private let authenticating: HMAC<SHA256>
  private let counting: HMAC<SHA256>

  private static let nonceLength = 12

  /// The id as it stands in an envelope.
  var idBytes: [UInt8] { Array(Envelope(kind: .sealed, key: id, form: 0).bytes[1..<5]) }

  init(id: UInt32, bytes: [UInt8]) {
    self.id = id
    let root = SymmetricKey(data: bytes)
    func derived(_ purpose: String) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(inputKeyMaterial: root, info: Array("bankum \(purpose)".utf8), outputByteCount: 32)
    }
    sealing = derived("seal")
    indexing = derived("index")
    signing = derived("audit head")
    authenticating = HMAC<SHA256>(key: derived("row"))
    counting = HMAC<SHA256>(key: derived("tally"))
    let code = HMAC<SHA256>.authenticationCode(for: Array("key \(id)".utf8), using: derived("key check"))
    checkValue = Array(code.prefix(16))
  }

  /// Seals a record of a form under AES-256-GCM with a random nonce. The context is authenticated, not stored.
  func seal(_ plain: [UInt8], form: UInt8, context: [UInt8]) throws(StoreError) -> [UInt8] {
    let header = Envelope(kind: .sealed, key: id, form: form).bytes
    do {
      let box = try AES.GCM.seal(plain, using: sealing, authenticating: header + context)
      var bytes = header
      bytes.reserveCapacity(plain.count + Envelope.length + Self.nonceLength + Envelope.tagLength)
      bytes.append(contentsOf: box.nonce)
      bytes.append(contentsOf: box.ciphertext)
      bytes.append(contentsOf: box.tag)
      return bytes
    } catch {
      throw StoreError(.misuse, "sealing failed")
    }
  }

  /// A record in the clear with its code: HMAC-SHA256, cut to 16 bytes, over all of it and the context.
  func authenticate(_ plain: [UInt8], form: UInt8, context: [UInt8]) -> [UInt8] {
    let bytes = Envelope(kind: .authenticated, key: id, form: form).bytes + plain
    return bytes + code(of: bytes, context: context)
  }

  /// Opens what `seal` or `authenticate` made; throws `corrupted` if a bit of it or of the context is another.
  func open(_ bytes: UnsafeRawBufferPointer, _ envelope: Envelope, context: [UInt8]) throws(StoreError) -> [UInt8] {
    switch envelope.kind {
    case .sealed: return try unseal(bytes, headerLength: Envelope.length, context: context)
    case .authenticated:
      let end = bytes.count - Envelope.tagLength
      guard code(of: Array(bytes[..<end]), context: context).elementsEqual(bytes[end...]) else {
        throw StoreError(.corrupted, "a record whose code does not fit")
      }
      return Array(bytes[Envelope.length..<end])
    case .first: throw StoreError(.corrupted, "a record of a form before the first")
    }
  }

  /// Opens what version 1 of the tables sealed: one byte that says so, four of the key's id, nonce, ciphertext, tag.
  func openFirst(_ bytes: UnsafeRawBufferPointer, context: [UInt8]) throws(StoreError) -> [UInt8] {
    try unseal(bytes, headerLength: 5, context: context)
  }

  private func unseal(
    _ bytes: UnsafeRawBufferPointer, headerLength: Int, context: [UInt8]
  ) throws(StoreError) -> [UInt8] {
    let start = headerLength + Self.nonceLength
    guard bytes.count >= start + Envelope.tagLength else { throw StoreError(.corrupted, "a sealed record cut short") }
    do {
      let nonce = try AES.GCM.Nonce(data: bytes[headerLength..<start])
      let box = try AES.GCM.SealedBox(
        nonce: nonce, ciphertext: bytes[start..<(bytes.count - Envelope.tagLength)],
        tag: bytes[(bytes.count - Envelope.tagLength)...])
      return Array(try AES.GCM.open(box, using: sealing, authenticating: Array(bytes[..<headerLength]) + context))
    } catch {
      throw StoreError(.corrupted, "a sealed record that does not open")
    }
  }

  /// The length of the context comes first, so that nothing can pass from the one into the other.
  private func code(of bytes: [UInt8], context: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(4 + context.count + bytes.count)
    for shift in 0..<4 { text.append(UInt8(truncatingIfNeeded: context.count >> (8 * shift))) }
    text += context
    text += bytes
    var code = authenticating
    code.update(data: text)
    return Array(code.finalize().prefix(Envelope.tagLength))
  }

  /// 16 bytes that stand for a row that carries no code of its own, where rows are summed.
  func summand(of bytes: [UInt8]) -> [UInt8] {
    var code = counting
    code.update(data: bytes)
    return Array(code.finalize().prefix(Envelope.tagLength))
  }

  /// What a text is found by: 16 bytes that nobody without the key can tell from chance.
  func blind(_ kind: BlindIndex, _ text: String) -> [UInt8] {
    let code = HMAC<SHA256>.authenticationCode(for: Array("\(kind.code)|\(text)".utf8), using: indexing)
    return Array(code.prefix(16))
  }

  /// The signature of bytes, 32 bytes.
  func sign(_ bytes: [UInt8]) -> [UInt8] { Array(HMAC<SHA256>.authenticationCode(for: bytes, using: signing)) }
}
