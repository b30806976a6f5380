import BankumClient
import BankumWords
import Glibc
import JSON

/// A JSON object that the user gave: as an argument, or with `-` on standard input.
enum JSONArgument {
  /// The most bytes that are read.
  static let limit = 16 << 20

  /// Reads it; nothing given is an empty object.
  /// - Throws: `Complaint` with the place of the fault.
  static func object(_ text: String?, _ language: Language) throws(Complaint) -> JSONObject {
    guard let text else { return [:] }
    let isInput = text == "-"
    let source = (isInput ? Message.jsonStandardInput : .jsonArgument).text(in: language)
    let bytes = isInput ? try standardInput() : Array(text.utf8)
    let value: JSONValue
    do throws(JSONParseError) {
      value = try JSONParser.parse(bytes, limits: JSONLimits(bytes: limit))
    } catch {
      throw Complaint(
        .jsonBad(source: source, line: error.line, column: error.column, reason: error.code.message), status: .input)
    }
    guard case .object(let object) = value else { throw Complaint(.jsonNotAnObject(source: source), status: .input) }
    return object
  }

  private static func standardInput() throws(Complaint) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw Complaint(.fileUnreadable(path: "-", reason: String(cString: strerror(errno))), status: .input)
      }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw Complaint(.fileTooLarge(path: "-", limit: limit), status: .input) }
    }
  }
}

extension JSONParseError.Code {
  /// The fault in words.
  var message: Message {
    switch self {
    case .tooLarge: .jsonReasonTooLarge
    case .tooDeep: .jsonReasonTooDeep
    case .unexpectedEnd: .jsonReasonUnexpectedEnd
    case .unexpectedByte: .jsonReasonUnexpectedByte
    case .trailingText: .jsonReasonTrailingText
    case .invalidNumber, .numberOutOfRange: .jsonReasonNumber
    case .invalidEscape, .loneSurrogate: .jsonReasonEscape
    case .controlCharacter, .nullCharacter: .jsonReasonControlCharacter
    case .invalidUTF8: .jsonReasonEncoding
    case .duplicateName: .jsonReasonDuplicateName
    }
  }
}
