/// What an id names: gives its prefix.
package protocol IdentifierKind {
  /// Two lower-case ASCII letters, unique among kinds: `rq` for requests.
  static var idPrefix: String { get }
}

/// The id of one thing of one kind: 40 random bits, written as prefix, dash and eight characters, `rq-7K3M9QX2`.
///
/// Characters: Crockford's base 32 (digits and capital letters without I, L, O, U). Ids carry no order and are not
/// `Comparable`: nothing may rank by them. Where output needs a fixed order, sort by `text` and say so.
package struct Identifier<Kind: IdentifierKind>: Hashable, Sendable {
  /// The 40 bits; the upper 24 are zero.
  package let bits: UInt64

  /// The id with the lower 40 bits of `bits`.
  package init(bits: UInt64) {
    self.bits = bits & 0xFF_FFFF_FFFF
  }

  /// A new random id from the generator that is passed in.
  package init(using generator: inout some RandomNumberGenerator) {
    self.init(bits: generator.next())
  }

  /// Reads an id. Small letters are taken; so are `I` and `L` for 1 and `O` for 0, as Crockford advises for typed text.
  ///
  /// Throws `syntax` when prefix, dash, length or a character is wrong.
  package init(parsing text: String) throws(ModelError) {
    let units = Array(text.utf8)
    let prefix = Array(Kind.idPrefix.utf8)
    let expected: Phrase = "an id of the form \(Kind.idPrefix)-7K3M9QX2"
    guard units.count == prefix.count + 9, units[prefix.count] == UInt8(ascii: "-"),
      units.prefix(prefix.count).elementsEqual(prefix, by: { $0 | 0x20 == $1 })
    else { throw ModelError(.syntax, value: text, expected: expected) }
    var bits: UInt64 = 0
    for unit in units.suffix(8) {
      guard let digit = CrockfordBase32.value(of: unit) else {
        throw ModelError(.syntax, value: text, expected: expected)
      }
      bits = bits << 5 | digit
    }
    self.init(bits: bits)
  }

  /// The id as people and programs write it.
  package var text: String {
    var text = Kind.idPrefix + "-"
    for position in (0..<8).reversed() {
      text.unicodeScalars.append(CrockfordBase32.character(for: bits >> (5 * UInt64(position)) & 31))
    }
    return text
  }
}

extension Identifier: CustomStringConvertible {
  /// The id as `text`.
  package var description: String { text }
}
