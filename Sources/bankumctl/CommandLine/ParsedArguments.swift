import BankumWords

/// The command line cut into verb, options and arguments, before anything is looked up.
struct ParsedArguments: Sendable, Equatable {
  private(set) var verb: String?
  /// By the long name of each option; of one that was repeated, the first value.
  private(set) var options: [String: String] = [:]
  /// All values of those that may be repeated, in order.
  private(set) var repeated: [String: [String]] = [:]
  private(set) var arguments: [String] = []

  /// Reads the words behind the program's name: GNU style, `--` ends the options.
  /// - Throws: `Complaint` with usage status at the first word that does not fit.
  init(_ words: [String], verbs: [VerbDescription]) throws(Complaint) {
    var rest = words[...]
    var description: VerbDescription?
    var group: String?
    var optionsHaveEnded = false
    while let word = rest.popFirst() {
      if !optionsHaveEnded, word == "--" {
        optionsHaveEnded = true
      } else if !optionsHaveEnded, word.hasPrefix("-"), word != "-" {
        try take(word, &rest, (description?.options ?? []) + GlobalOptions.all)
      } else if description == nil {
        let name = group.map { "\($0) \(word)" } ?? word
        if let found = verbs.first(where: { $0.name == name }) {
          verb = name
          description = found
        } else if group == nil, verbs.contains(where: { $0.name.hasPrefix(word + " ") }) {
          group = word
        } else {
          throw Complaint(
            usage: group.map { .usageUnknownMember(verb: name, group: $0) } ?? .usageUnknownVerb(verb: name),
            hint: Self.nearest(name, verbs))
        }
      } else {
        arguments.append(word)
      }
    }
    if description == nil, let group {
      // Half a verb is enough to ask for help on it.
      guard options["--help"] != nil else {
        let members = verbs.map(\.name).filter { $0.hasPrefix(group + " ") }
        // As many as a line takes; the help has all.
        let isShort = members.joined(separator: ", ").count <= 64
        throw Complaint(
          usage: .usageMissingSecondWord(verb: group), hint: isShort ? .usageDidYouMean(candidates: members) : nil)
      }
      verb = group
    }
    guard let description, options["--help"] == nil else { return }
    if arguments.count > description.arguments.count {
      throw Complaint(usage: .usageTooMany(argument: arguments[description.arguments.count]))
    }
    let required = description.arguments.filter(\.isRequired)
    if arguments.count < required.count {
      throw Complaint(usage: .usageMissingArgument(name: required[arguments.count].name, verb: description.name))
    }
  }

  /// `VERB --help` is `help VERB`.
  mutating func becomeHelp() {
    arguments = verb.map { $0.split(separator: " ").map(String.init) } ?? []
    verb = "help"
  }

  private mutating func take(
    _ word: String, _ rest: inout ArraySlice<String>, _ known: [VerbDescription.Option]
  ) throws(Complaint) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0]
    guard let option = known.first(where: { $0.names.contains(name) }) else {
      throw Complaint(
        usage: verb.map { .usageUnknownOption(option: name, verb: $0) } ?? .usageUnknownGlobalOption(option: name))
    }
    guard option.isRepeatable || options[option.key] == nil else {
      throw Complaint(usage: .usageRepeated(option: name))
    }
    let attached = parts.count == 2 ? parts[1] : nil
    switch option.value {
    case .none:
      if let attached { throw Complaint(usage: .usageTooMany(argument: attached)) }
      options[option.key] = ""
    case .choice(let allowed, let bare?):
      // A value that may be left out has to be attached, or the next word would be taken for it.
      let value = attached ?? bare
      try Self.check(value, name, allowed)
      options[option.key] = value
    case .choice(let allowed, nil):
      let value = try Self.value(attached, &rest, name)
      try Self.check(value, name, allowed)
      options[option.key] = value
    case .number:
      let value = try Self.value(attached, &rest, name)
      guard let number = Int(value), number >= 0 else {
        throw Complaint(
          usage: .usageBadValue(option: name, value: value, expected: .typeWholeNumber))
      }
      options[option.key] = String(number)
    case .text, .path, .id:
      let value = try Self.value(attached, &rest, name)
      if option.isRepeatable { repeated[option.key, default: []].append(value) }
      options[option.key] = options[option.key] ?? value
    }
  }

  private static func value(
    _ attached: String?, _ rest: inout ArraySlice<String>, _ option: String
  ) throws(Complaint) -> String {
    guard let value = attached ?? rest.popFirst() else { throw Complaint(usage: .usageMissingValue(option: option)) }
    return value
  }

  private static func check(_ value: String, _ option: String, _ allowed: [String]) throws(Complaint) {
    guard allowed.contains(value) else {
      throw Complaint(usage: .usageNotOneOf(option: option, value: value, allowed: allowed))
    }
  }

  /// The verbs that were perhaps meant: those that begin alike or are at most two letters away.
  private static func nearest(_ word: String, _ verbs: [VerbDescription]) -> Message? {
    if word.isEmpty { return nil }
    let names = verbs.filter { !$0.isHidden }.map(\.name)
    let near = names.filter { $0.hasPrefix(word) || EditDistance.between($0, word) <= 2 }
    return near.isEmpty ? nil : .usageDidYouMean(candidates: near)
  }
}
