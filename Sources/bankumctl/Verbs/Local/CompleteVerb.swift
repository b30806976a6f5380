import BankumClient
import BankumWords

/// `__complete -- WORD...`: what the last word could become, one a line; `:files` for files. For completion scripts.
enum CompleteVerb {
  /// More words than any command line has.
  private static let manyWords = Array(
    repeating: VerbDescription.Argument("WORD", isRequired: false), count: 1_024)

  static let description = VerbDescription(
    "__complete", arguments: manyWords, summary: .helpCompletionSummary, help: .helpCompletion, isHidden: true
  ) { (invocation) throws(Complaint) in
    let words = invocation.arguments
    for candidate in candidates(words, identifiers: KnownIdentifiers(invocation, words)) {
      invocation.output.line(candidate)
    }
    return .done
  }

  private static func candidates(_ words: [String], identifiers: KnownIdentifiers) -> [String] {
    let word = words.last ?? ""
    let before = words.dropLast()
    var verb: VerbDescription?
    var group: String?
    var waiting: VerbDescription.Option?
    var position = 0
    var used: Set<String> = []
    for earlier in before {
      if waiting != nil {
        waiting = nil
      } else if earlier.hasPrefix("-"), earlier != "-" {
        let name = String(earlier.prefix { $0 != "=" })
        let option = ((verb?.options ?? []) + GlobalOptions.all).first { $0.names.contains(name) }
        if let option {
          used.insert(option.key)
          if option.takesNextWord, !earlier.contains("=") { waiting = option }
        }
      } else if verb == nil {
        let name = group.map { "\($0) \(earlier)" } ?? earlier
        verb = Verbs.all.first { $0.name == name }
        if verb == nil { group = name }
      } else {
        position += 1
      }
    }
    return offers(
      word, verb: verb, group: group, waiting: waiting, position: position, used: used, identifiers: identifiers)
  }

  private static func offers(
    _ word: String, verb: VerbDescription?, group: String?, waiting: VerbDescription.Option?, position: Int,
    used: Set<String>, identifiers: KnownIdentifiers
  ) -> [String] {
    if let waiting {
      switch waiting.value {
      case .id(let kind): return identifiers.list(kind, beginning: word)
      case .path: return [":files"]
      case .choice(let choices, _): return choices.filter { $0.hasPrefix(word) }
      case .text, .number, .none: return []
      }
    }
    if word.hasPrefix("-") {
      let name = String(word.prefix { $0 != "=" })
      let known = ((verb?.options ?? []) + GlobalOptions.all).first { $0.names.contains(name) }
      if word.contains("="), let known {
        switch known.value {
        case .path: return [":files"]
        case .id(let kind):
          let beginning = String(word.dropFirst(name.count + 1))
          return identifiers.list(kind, beginning: beginning).map { "\(name)=\($0)" }
        case .choice(let choices, _): return choices.map { "\(name)=\($0)" }.filter { $0.hasPrefix(word) }
        case .text, .number, .none: return []
        }
      }
      let options = (verb?.options ?? []) + GlobalOptions.all
      let names = options.filter { $0.isRepeatable || !used.contains($0.key) }.flatMap { option in
        option.names.flatMap { name -> [String] in
          guard case .choice(let choices, _?) = option.value, name.hasPrefix("--") else { return [name] }
          return choices.map { "\(name)=\($0)" }
        }
      }
      return names.filter { $0.hasPrefix(word) }
    }
    guard let verb else { return words(after: group, beginning: word) }
    if verb.name == "help" { return position == 0 ? words(after: nil, beginning: word) : [] }
    guard position < verb.arguments.count else { return [] }
    if verb.arguments[position].completesFiles { return [":files"] }
    if let kind = verb.arguments[position].kind { return identifiers.list(kind, beginning: word) }
    return verb.arguments[position].candidates.filter { $0.hasPrefix(word) }
  }
}

extension CompleteVerb {
  /// The words that begin so of all verbs, or the second words of a group's.
  private static func words(after group: String?, beginning word: String) -> [String] {
    let names = Verbs.all.filter { !$0.isHidden }.map { $0.name.split(separator: " ").map(String.init) }
    var seen: Set<String> = []
    return names.compactMap { name in
      guard let group else { return name[0] }
      return name.count == 2 && name[0] == group ? name[1] : nil
    }.filter { $0.hasPrefix(word) && seen.insert($0).inserted }
  }
}

extension VerbDescription.Option {
  /// Whether the word behind it is its value.
  fileprivate var takesNextWord: Bool {
    switch value {
    case .none, .choice(_, _?): false
    case .text, .path, .id, .number, .choice(_, nil): true
    }
  }
}
