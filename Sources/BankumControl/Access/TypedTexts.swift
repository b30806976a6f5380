import BankumModel
import BankumOffice
import JSON

/// Looks at the texts of a call that writes, before anything reads them: all that is wrong at once, each with its place.
enum TypedTexts {
  /// The kinds of what people type, by the names of parameters.
  static let kinds: [String: FreeText] = [
    "aliases": .name, "cell": .cell, "court": .court, "letter": .documentNumber, "licenceNumber": .licenceNumber,
    "minutes": .documentNumber, "missing": .missing, "name": .name, "overrideReason": .reason, "reason": .reason,
    "residence": .name, "serialNumber": .serialNumber, "shortName": .shortName, "source": .source, "topic": .topic,
    "training": .programmeName, "value": .ruleValue,
  ]

  /// How many bytes every other text may have: ids, days, codes, hours, what-ifs.
  static let otherLimit = 1_000

  /// Throws `invalid` with every text that holds a control character or a mark of direction, or is too long.
  static func check(_ parameters: JSONObject) throws(OfficeError) {
    var problems: [OfficeProblem] = []
    for member in parameters.members { look(at: member.value, member.name, member.name, &problems) }
    guard problems.isEmpty else { throw .invalid(problems) }
  }

  private static func look(at value: JSONValue, _ name: String, _ place: String, _ problems: inout [OfficeProblem]) {
    switch value {
    case .string(let text):
      let limit = kinds[name]?.limit ?? otherLimit
      guard let expected = FreeText.expectation(text, limit: limit) else { return }
      problems.append(
        OfficeProblem(
          place: place, value: text.utf8.count > limit ? nil : text, expected: .described(expected)))
    case .array(let elements):
      for (index, element) in elements.enumerated() { look(at: element, name, "\(place)[\(index)]", &problems) }
    case .object(let object):
      for member in object.members { look(at: member.value, member.name, "\(place).\(member.name)", &problems) }
    case .null, .bool, .integer, .float: return
    }
  }
}
