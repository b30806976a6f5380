import BankumModel
import BankumWords
import Logging
import VarlinkServer
import Yams

/// Reads the text of the configuration file. It goes on after a fault, so that all of them are told at once.
struct ConfigurationReader {
  /// More problems than anybody reads at once; a file that has more is something else.
  private static let mostProblems = 100

  private let path: String
  private(set) var problems: [ConfigurationProblem] = []

  /// Reads a configuration; keys that are left out have their defaults.
  /// - Throws: nothing; a faulty text gives its problems.
  static func read(_ text: String, path: String) -> Result<Configuration, ConfigurationProblems> {
    var reader = ConfigurationReader(path: path)
    let configuration = reader.configuration(text)
    guard reader.problems.isEmpty else { return .failure(ConfigurationProblems(problems: reader.problems)) }
    return .success(configuration)
  }

  private init(path: String) {
    self.path = path
  }

  private mutating func configuration(_ text: String) -> Configuration {
    var configuration = Configuration()
    let root: Node?
    do {
      // Values are taken as they are written, so nothing has to be told apart by patterns, which take long to make.
      root = try Yams.compose(yaml: text, .basic)
    } catch {
      refuse(error, in: text)
      return configuration
    }
    // A file of comments only is an empty configuration.
    guard let root, root != Node("", Tag(.null)) else { return configuration }
    let keys: [String: (inout ConfigurationReader, Node, inout Configuration) -> Void] = [
      "language": { reader, node, configuration in
        let codes = Language.allCases.map(\.rawValue)
        if let code = reader.choice(node, "language", codes), let language = Language(rawValue: code) {
          configuration.language = language
        }
      },
      "zone": { reader, node, configuration in
        if let zone = reader.zone(node) { configuration.zone = zone }
      },
      "logLevel": { reader, node, configuration in
        let levels = Logger.Level.allCases.map(\.rawValue)
        if let name = reader.choice(node, "logLevel", levels), let level = Logger.Level(rawValue: name) {
          configuration.logLevel = level
        }
      },
      "limits": { reader, node, configuration in
        reader.members(node, "limits", LimitKeys.all.keys.sorted()) { reader, key, value in
          guard let limit = LimitKeys.all[key] else { return }
          if let number = reader.number(value, "limits.\(key)", limit.range) {
            limit.set(&configuration.limits, number)
          }
        }
      },
    ]
    members(root, "", keys.keys.sorted()) { reader, key, value in keys[key]?(&reader, value, &configuration) }
    if configuration.limits.connectionsPerUser > configuration.limits.connections {
      configuration.limits.connectionsPerUser = configuration.limits.connections
    }
    return configuration
  }

  // MARK: Values

  private mutating func members(
    _ node: Node, _ name: String, _ known: [String], _ each: (inout ConfigurationReader, String, Node) -> Void
  ) {
    guard case .mapping(let mapping) = node else {
      return refuse(node, node.scalar?.string) { path, line, column in
        .configurationWrongType(
          path: path, line: line, column: column, key: name.isEmpty ? "bankum.yaml" : name, expected: .typeMapping)
      }
    }
    var seen: Set<String> = []
    for (key, value) in mapping {
      let text = key.scalar?.string ?? ""
      if !seen.insert(text).inserted {
        refuse(key, text) { .configurationRepeatedKey(path: $0, line: $1, column: $2, key: text) }
      } else if known.contains(text) {
        each(&self, text, value)
      } else {
        refuse(key, text) { .configurationUnknownKey(path: $0, line: $1, column: $2, key: text, known: known) }
      }
    }
  }

  private mutating func choice(_ node: Node, _ key: String, _ allowed: [String]) -> String? {
    if let text = node.scalar?.string, allowed.contains(text) { return text }
    refuse(node, node.scalar?.string) {
      .configurationNotOneOf(path: $0, line: $1, column: $2, key: key, allowed: allowed)
    }
    return nil
  }

  private mutating func number(_ node: Node, _ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let text = node.scalar?.string, let number = Int(text) else {
      refuse(node, node.scalar?.string) {
        .configurationWrongType(path: $0, line: $1, column: $2, key: key, expected: .typeWholeNumber)
      }
      return nil
    }
    guard range.contains(number) else {
      refuse(node, text) {
        .configurationOutOfRange(
          path: $0, line: $1, column: $2, key: key, least: range.lowerBound, most: range.upperBound)
      }
      return nil
    }
    return number
  }

  private mutating func zone(_ node: Node) -> ZoneOffset? {
    if let text = node.scalar?.string, let zone = try? ZoneOffset(parsing: text) { return zone }
    refuse(node, node.scalar?.string) {
      .configurationWrongType(path: $0, line: $1, column: $2, key: "zone", expected: .typeOffset)
    }
    return nil
  }

  // MARK: Problems

  private mutating func note(_ problem: ConfigurationProblem) {
    if problems.count < Self.mostProblems { problems.append(problem) }
  }

  private mutating func refuse(
    _ node: Node, _ value: String?, _ message: (_ path: String, _ line: Int, _ column: Int) -> Message
  ) {
    let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
    note(
      ConfigurationProblem(place: "\(path):\(line):\(column)", value: value, message: message(path, line, column)))
  }

  private mutating func refuse(_ error: any Error, in text: String) {
    switch error as? YamlError {
    case .scanner(_, let reason, let mark, _), .parser(_, let reason, let mark, _),
      .composer(_, let reason, let mark, _):
      refuse(syntax: reason, mark.line, mark.column)
    case .duplicatedKeysInMapping(let keys, let context):
      for key in keys {
        // The library says where the mapping begins; the reader wants the second of the two.
        let (line, column) = Self.secondPlace(of: key, in: text) ?? (context.mark.line, context.mark.column)
        note(
          ConfigurationProblem(
            place: "\(path):\(line):\(column)", value: key,
            message: .configurationRepeatedKey(path: path, line: line, column: column, key: key)))
      }
    default:
      refuse(syntax: "unreadable", 1, 1)
    }
  }

  private mutating func refuse(syntax reason: String, _ line: Int, _ column: Int) {
    note(
      ConfigurationProblem(
        place: "\(path):\(line):\(column)", value: nil,
        message: .configurationBadSyntax(path: path, line: line, column: column, reason: reason)))
  }

  private static func secondPlace(of key: String, in text: String) -> (line: Int, column: Int)? {
    let places = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      (index, line) -> (line: Int, column: Int)? in
      let start = line.prefix { $0 == " " }
      return line.dropFirst(start.count).hasPrefix(key + ":") ? (index + 1, start.count + 1) : nil
    }
    return places.dropFirst().first
  }
}

/// All that is wrong with a configuration.
struct ConfigurationProblems: Error, Sendable, Equatable {
  let problems: [ConfigurationProblem]
}
