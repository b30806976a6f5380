/// Makes valid UTF-8 without a mark of the bytes of a file.
package enum TextDecoder {
  /// A text and how it was written.
  package struct Text: Hashable, Sendable {
    /// How the file was written.
    package let encoding: TextEncoding
    /// Valid UTF-8 without a mark, without control characters other than tab and line ends.
    package let bytes: [UInt8]
  }

  /// Reads UTF-8 with or without a mark, and UTF-16 of both ends, also without a mark if it begins with ASCII.
  ///
  /// Throws what is wrong: an empty file, one that is too large, the file of another program, every line with bytes
  /// that are no text. A control-Z at the very end, the old mark of the end of a file, is taken off.
  package static func decode(
    _ bytes: [UInt8], limits: ImportLimits = .standard
  ) throws(ImportFailure) -> Text {
    guard bytes.count <= limits.bytes else {
      throw ImportFailure(.fileTooLarge, value: "\(bytes.count)", parameters: ["\(limits.bytes)"])
    }
    if let format = ForeignFormat(bytes) {
      throw ImportFailure(.notSavedAsText, parameters: [format.rawValue])
    }
    let encoding = encoding(of: bytes)
    var text =
      switch encoding {
      case .utf8: bytes
      case .utf8WithMark: Array(bytes.dropFirst(encoding.mark.count))
      case .utf16LittleEndian, .utf16BigEndian: try fromUTF16(bytes, encoding)
      }
    if text.last == 0x1A { text.removeLast() }
    guard text.contains(where: { $0 > 0x20 }) else { throw ImportFailure(.fileEmpty) }
    let problems = badLines(of: text)
    guard problems.isEmpty else { throw ImportFailure(problems) }
    return Text(encoding: encoding, bytes: text)
  }

  private static func encoding(of bytes: [UInt8]) -> TextEncoding {
    for encoding in [TextEncoding.utf8WithMark, .utf16LittleEndian, .utf16BigEndian]
    where bytes.starts(with: encoding.mark) {
      return encoding
    }
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return .utf8 }
    // ASCII in UTF-16 has a zero in every second place; a text in UTF-8 has none at all.
    if bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 { return .utf16LittleEndian }
    if bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 { return .utf16BigEndian }
    return .utf8
  }

  private static func fromUTF16(_ bytes: [UInt8], _ encoding: TextEncoding) throws(ImportFailure) -> [UInt8] {
    let start = bytes.starts(with: encoding.mark) ? encoding.mark.count : 0
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    var line = 1
    var high: UInt32?
    var problems: [ImportProblem] = []
    var index = start
    while index + 1 < bytes.count {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      let unit = encoding == .utf16LittleEndian ? first | second << 8 : first << 8 | second
      index += 2
      var value = unit
      if let open = high {
        high = nil
        // Half a pair alone becomes a value that is no scalar.
        let isPair = (0xDC00...0xDFFF).contains(unit)
        value = isPair ? 0x10000 + (open - 0xD800) << 10 + (unit - 0xDC00) : open
      } else if (0xD800...0xDBFF).contains(unit) {
        high = unit
        continue
      }
      guard let scalar = Unicode.Scalar(value) else {
        problems.append(broken(line, "utf16"))
        break
      }
      if scalar == "\n" { line += 1 }
      text += UTF8.encode(scalar).map { Array($0) } ?? []
    }
    if problems.isEmpty, high != nil || index != bytes.count { problems.append(broken(line, "utf16")) }
    guard problems.isEmpty else { throw ImportFailure(problems) }
    return text
  }

  /// One problem for each line that is no text, at most a hundred.
  private static func badLines(of bytes: [UInt8]) -> [ImportProblem] {
    let hasControls = bytes.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F }
    if !hasControls, (try? UTF8Span(validating: bytes.span)) != nil { return [] }
    var problems: [ImportProblem] = []
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) where problems.count < 100 {
      let isBinary = part.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0D || $0 == 0x7F }
      if isBinary {
        problems.append(ImportProblem(.binaryContent, at: ImportPlace(line: line)))
      } else if String(validating: part, as: UTF8.self) == nil {
        problems.append(broken(line, "utf8"))
      }
      line += 1
    }
    return problems
  }

  private static func broken(_ line: Int, _ form: String) -> ImportProblem {
    ImportProblem(.encodingInvalid, at: ImportPlace(line: line), parameters: [form])
  }
}
