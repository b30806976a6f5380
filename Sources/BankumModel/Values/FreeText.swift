/// The kinds of text that people type and the register keeps: how long each may be, and what stands in none.
package enum FreeText: String, Coded {
  /// The name of a person, an organisation, a holiday; another name of a person; a place where somebody lived.
  case name
  /// The short name of an organisation.
  case shortName
  /// The name of a block.
  case blockName
  /// The name of a room.
  case roomName
  /// The name of a training programme.
  case programmeName
  /// A cell.
  case cell
  /// The serial number of a person: *nomor induk*.
  case serialNumber
  /// The number of a licence or certificate.
  case licenceNumber
  /// The number of a detention order, a power of attorney, a written record, a case.
  case documentNumber
  /// Numbers of several cases in one field.
  case caseNumbers
  /// The articles of a charge.
  case articles
  /// A court.
  case court
  /// What a request or an education event is about.
  case topic
  /// What an organisation found missing.
  case missing
  /// Why somebody decided something.
  case reason
  /// Where a rule stands.
  case source
  /// The value of a rule.
  case ruleValue
  /// The name of an account.
  case account

  /// How many bytes it may have at most.
  package var limit: Int {
    switch self {
    case .name, .court, .topic, .missing: 200
    case .shortName, .blockName: 20
    case .roomName: 30
    case .programmeName: 60
    case .cell, .serialNumber, .licenceNumber: 50
    case .documentNumber, .account: 100
    case .articles: 300
    case .source: 400
    case .reason, .caseNumbers: 500
    case .ruleValue: 1_000
    }
  }

  /// What a text of this kind should have been; nil for one that may be kept. It has to say something.
  package func expectation(_ text: String) -> Phrase? {
    if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      let expected: Phrase = "a text"
      return expected
    }
    return Self.expectation(text, limit: limit)
  }

  /// What any text should have been, an empty one too; nil for one that may be kept.
  package static func expectation(_ text: String, limit: Int) -> Phrase? {
    if hiddenCharacter(in: text) != nil {
      let expected: Phrase = "a text without control characters and marks of direction"
      return expected
    }
    if text.utf8.count > limit {
      let expected: Phrase = "at most \(limit) bytes"
      return expected
    }
    return nil
  }

  /// The first character of a text that acts in place of being read; nil for most texts.
  package static func hiddenCharacter(in text: String) -> Unicode.Scalar? {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return nil }
    return text.unicodeScalars.first(where: isHidden)
  }

  /// Whether a character drives a terminal, ends a line, or changes the order in which its neighbours are read. No field
  /// of the register has a second line.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
