import BankumExchange
import BankumWords

extension Message {
  /// What is wrong in a place of a file, in words; the values come in the order that the code names.
  static func importProblem(_ code: ImportProblem.Code, _ values: [String]) -> Message {
    let first = values.first ?? ""
    let second = values.dropFirst().first ?? ""
    let all = values.joined(separator: ", ")
    return switch code {
    case .fileEmpty: .importFileEmpty
    case .fileTooLarge: .importFileTooLarge(bytes: first)
    case .notSavedAsText: .importNotSavedAsText(format: first)
    case .binaryContent: .importBinaryContent
    case .encodingInvalid: .importEncodingInvalid(encoding: first)
    case .tooManyRows: .importTooManyRows(rows: first)
    case .tooManyFields: .importTooManyFields(fields: first)
    case .fieldTooLong: .importFieldTooLong(bytes: first)
    case .unclosedQuote: .importUnclosedQuote
    case .strayQuote: .importStrayQuote
    case .raggedRow: .importRaggedRow(fields: first)
    case .noRows: .importNoRows
    case .headerMissing: .importHeaderMissing(names: all)
    case .headerTwice: .importHeaderTwice(column: first)
    case .valueMissing: .importValueMissing
    case .hiddenCharacter: .importHiddenCharacter(character: first)
    case .textTooLong: .importTextTooLong(bytes: first)
    case .dateSyntax: .importDateSyntax
    case .dateNotReal: .importDateNotReal
    case .dateImplausible: .importDateImplausible(first: first, last: second)
    case .registerNumberSyntax: .importRegisterNumberSyntax
    case .idSyntax: .importIdSyntax(example: first)
    case .wordUnknown: .importWordUnknown(words: all)
    case .numberSyntax: .importNumberSyntax
    case .numberRange: .importNumberRange(least: first, most: second)
    case .hoursSyntax: .importHoursSyntax
    case .languageSyntax: .importLanguageSyntax
    case .threatSyntax: .importThreatSyntax
    case .endBeforeStart: .importEndBeforeStart(first: first)
    case .duplicate: .importDuplicate(line: first)
    case .contradiction: .importContradiction(line: first)
    case .neededToo: .importNeededToo(columns: all)
    case .samePerson: .importSamePerson
    case .moreProblems: .importMoreProblems(count: first)
    }
  }
}
