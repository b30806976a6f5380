/// A text with gaps, as the generator writes it: `{0}` is the first value, `{0|one|other}` the form that goes
/// with it, `\` takes the meaning from the next character.
struct MessageTemplate {
  private let template: StaticString

  init(_ template: StaticString) {
    self.template = template
  }

  /// Fills the gaps.
  func text(with values: [Message.Value], in language: Language) -> String {
    template.withUTF8Buffer { Self.text(of: $0, with: values, in: language) }
  }

  /// Fills the gaps of a template given as UTF-8. A gap without a value stays empty: the generator writes none.
  static func text(
    of bytes: UnsafeBufferPointer<UInt8>, with values: [Message.Value], in language: Language
  ) -> String {
    var filled: [UInt8] = []
    filled.reserveCapacity(bytes.count + 32)
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "{") {
        position += 1
        fillGap(in: bytes, at: &position, with: values, language: language, into: &filled)
      } else {
        appendLiteral(bytes, at: &position, to: &filled)
      }
    }
    return String(decoding: filled, as: UTF8.self)
  }

  /// Reads from behind `{` to behind `}`.
  private static func fillGap(
    in bytes: UnsafeBufferPointer<UInt8>, at position: inout Int, with values: [Message.Value], language: Language,
    into filled: inout [UInt8]
  ) {
    var number = 0
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
      number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    var forms: [[UInt8]] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "}") {
      if bytes[position] == UInt8(ascii: "|") {
        position += 1
        forms.append([])
      } else if forms.isEmpty {
        position += 1
      } else {
        appendLiteral(bytes, at: &position, to: &forms[forms.count - 1])
      }
    }
    position += 1
    guard values.indices.contains(number) else { return }
    if forms.count == 2 {
      // English has two forms; minus one is singular too.
      let isOne = if case .quantity(let quantity) = values[number] { quantity.magnitude == 1 } else { false }
      filled += isOne ? forms[0] : forms[1]
    } else {
      filled += values[number].text(in: language).utf8
    }
  }

  private static func appendLiteral(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int, to literal: inout [UInt8]
  ) {
    if bytes[position] == UInt8(ascii: "\\") && position + 1 < bytes.count { position += 1 }
    literal.append(bytes[position])
    position += 1
  }
}
