import Crypto
package import JSON

/// SHA-256, as 32 bytes.
package enum Digest {
  /// The digest of bytes.
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// The digest of bytes that come in parts.
  package static func sha256(parts: some Sequence<[UInt8]>) -> [UInt8] {
    var hash = SHA256()
    for part in parts { hash.update(data: part) }
    return Array(hash.finalize())
  }

  /// The digest of a value's canonical bytes.
  package static func sha256(_ value: JSONValue) -> [UInt8] { sha256(value.canonicalBytes()) }

  /// Bytes as small hexadecimal digits.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
