import Foundation

/// Looks in source text for lists that are gone through with a fallback.
enum ClosedLists {
  /// What is switched over with cases of an enumeration and a fallback though its list is not ours or not closed, by
  /// file: properties of Unicode, codes of SQLite and of YAML, words of a text, members of a message.
  static let open: [String: [String]] = [
    "BankumPlanning/WhatIf/WhatIf+Text.swift": [#"(words.first ?? "", words.count)"#],
    "BankumStore/StoreError+SQLite.swift": ["error.resultCode"],
    "BankumStore/Work/Notice+Stored.swift": ["(session, request, education)"],
    "BankumWords/Terminal/TerminalText.swift": ["scalar.properties.generalCategory"],
    "Systemd/PrintableText.swift": ["scalar.properties.generalCategory"],
    "Varlink/Interface/InterfaceParser.swift": ["scanner.next"],
    "Varlink/Messages/VarlinkCall.swift": ["(member.name, member.value)"],
    "Varlink/Messages/VarlinkReply.swift": ["(member.name, member.value)"],
    "Varlink/Values/VarlinkValue+Standard.swift": ["value"],
    "WordsGenerator/CatalogueParser.swift": ["scalar.properties.generalCategory"],
    "bankumctl/CommandLine/Complaint+Failure.swift": ["error"],
    "bankumd/Configuration/ConfigurationReader.swift": ["error as? YamlError"],
  ]

  /// What each switch is over that has cases of an enumeration and a fallback.
  static func fallbacks(in text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var found: [String] = []
    for (number, line) in lines.enumerated() {
      let words = line.drop { $0 == " " }
      guard words.hasPrefix("default:") || words.hasPrefix("@unknown") else { continue }
      let indentation = line.prefix { $0 == " " }
      var hasCases = false
      for above in lines[..<number].reversed() where above.prefix(while: { $0 == " " }).count <= indentation.count {
        if above.hasPrefix(indentation + "case ") {
          hasCases = hasCases || isOfEnumeration(above.dropFirst(indentation.count + 5))
        } else if let start = above.range(of: "switch ")?.upperBound {
          if hasCases { found.append(String(above[start...].dropLast(2))) }
          break
        }
      }
    }
    return found
  }

  /// Whether a pattern is `.name`, `let .name`, or a tuple with one inside.
  private static func isOfEnumeration(_ pattern: Substring) -> Bool {
    let head = pattern.prefix { $0 != ":" }
    var former: Character = " "
    for character in head {
      if former == ".", character.isLetter || character == "`" { return true }
      former = character == "." && (former == " " || former == "(") ? "." : (character == "." ? "_" : character)
    }
    return false
  }
}
