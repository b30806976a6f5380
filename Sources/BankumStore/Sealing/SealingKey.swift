import BankumModel
import Crypto
import FoundationEssentials

/// One key of the ring: what seals, what indexes and what signs the head of the audit log, each derived from its bytes
/// (HKDF, RFC 5869), so that no key does two things.
package struct SealingKey: Sendable {
  /// Its number, 1 and up; written beside everything that it sealed.
  package let id: UInt32
  private let sealing: SymmetricKey
  private let indexing: SymmetricKey
  private let signing: SymmetricKey

  /// The form of sealed bytes: form, key id, nonce, ciphertext, tag.
  private static let form: UInt8 = 1
  private static let headerLength = 5
  private static let nonceLength = 12
  private static let tagLength = 16

  init(id: UInt32, bytes: [UInt8]) {
    self.id = id
    let root = SymmetricKey(data: bytes)
    func derived(_ purpose: String) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(inputKeyMaterial: root, info: Array("bankum \(purpose)".utf8), outputByteCount: 32)
    }
    sealing = derived("seal")
    indexing = derived("index")
    signing = derived("audit head")
  }

  /// Seals bytes under AES-256-GCM with a random nonce. The context is authenticated, not stored.
  func seal(_ plain: [UInt8], context: [UInt8]) throws(StoreError) -> [UInt8] {
    let header = header
    do {
      let box = try AES.GCM.seal(plain, using: sealing, authenticating: header + context)
      var bytes = header
      bytes.reserveCapacity(plain.count + Self.headerLength + Self.nonceLength + Self.tagLength)
      bytes.append(contentsOf: box.nonce)
      bytes.append(contentsOf: box.ciphertext)
      bytes.append(contentsOf: box.tag)
      return bytes
    } catch {
      throw StoreError(.misuse, "sealing failed")
    }
  }

  /// Opens what `seal` made; throws `corrupted` if a bit of it or of the context is another.
  func open(_ bytes: UnsafeRawBufferPointer, context: [UInt8]) throws(StoreError) -> [UInt8] {
    let start = Self.headerLength + Self.nonceLength
    guard bytes.count >= start + Self.tagLength else { throw StoreError(.corrupted, "a sealed record cut short") }
    do {
      let nonce = try AES.GCM.Nonce(data: bytes[Self.headerLength..<start])
      let box = try AES.GCM.SealedBox(
        nonce: nonce, ciphertext: bytes[start..<(bytes.count - Self.tagLength)],
        tag: bytes[(bytes.count - Self.tagLength)...])
      return Array(try AES.GCM.open(box, using: sealing, authenticating: header + context))
    } catch {
      throw StoreError(.corrupted, "a sealed record that does not open")
    }
  }

  /// The id of the key that sealed bytes, or nil if they are not sealed bytes of ours.
  static func id(in bytes: UnsafeRawBufferPointer) -> UInt32? {
    guard bytes.count >= headerLength, bytes[0] == form else { return nil }
    return bytes[1..<headerLength].reduce(0) { $0 << 8 | UInt32($1) }
  }

  var header: [UInt8] { [Self.form] + (0..<4).reversed().map { UInt8(truncatingIfNeeded: id >> (8 * $0)) } }

  /// What a text is found by: 16 bytes that nobody without the key can tell from chance.
  func blind(_ kind: BlindIndex, _ text: String) -> [UInt8] {
    let code = HMAC<SHA256>.authenticationCode(for: Array("\(kind.code)|\(text)".utf8), using: indexing)
    return Array(code.prefix(16))
  }

  /// The signature of bytes, 32 bytes.
  func sign(_ bytes: [UInt8]) -> [UInt8] { Array(HMAC<SHA256>.authenticationCode(for: bytes, using: signing)) }
}
