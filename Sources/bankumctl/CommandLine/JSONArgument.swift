import BankumClient
import BankumWords
import JSON

/// A JSON object that the user gave: as an argument, or with `-` on standard input.
enum JSONArgument {
  /// Reads it; nothing given is an empty object.
  /// - Throws: `Complaint` with the place of the fault.
  static func object(_ text: String?, _ language: Language) throws(Complaint) -> JSONObject {
    guard let text else { return [:] }
    let isInput = text == "-"
    let source = (isInput ? Message.jsonStandardInput : .jsonArgument).text(in: language)
    let bytes = isInput ? try FileArgument.bytes("-") : Array(text.utf8)
    let value: JSONValue
    do throws(JSONParseError) {
      value = try JSONParser.parse(bytes, limits: JSONLimits(bytes: FileArgument.limit))
    } catch {
      throw Complaint(
        .jsonBad(source: source, line: error.line, column: error.column, reason: error.code.message), status: .input)
    }
    guard case .object(let object) = value else { throw Complaint(.jsonNotAnObject(source: source), status: .input) }
    return object
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
