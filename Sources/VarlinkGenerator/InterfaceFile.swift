import Varlink

/// One file with an interface definition.
struct InterfaceFile {
  let path: String
  /// The text as it stands in the file: what the service answers to `GetInterfaceDescription`.
  let text: String
  let interface: VarlinkInterface
  private let places: [String: InterfacePlace]

  /// A comment line of just these words says that the interface need not be readable by every client. It is meant
  /// for interfaces that others have defined.
  static let unportableMark = "bankum: unportable"

  /// Reads a file.
  /// - Throws: `GeneratorProblems` when the text is no definition.
  init(path: String, bytes: [UInt8]) throws(GeneratorProblems) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw GeneratorProblems(list: [Self.problem(path, InterfacePlace(line: 1, column: 1), "the file is not UTF-8")])
    }
    do throws(InterfaceError) {
      (interface, places) = try InterfaceParser.parseWithPlaces(text)
    } catch {
      let place = InterfacePlace(line: error.line, column: error.column)
      throw GeneratorProblems(list: [Self.problem(path, place, error.message)])
    }
    self.path = path
    self.text = text
  }

  /// What this file alone shows to be wrong.
  var problems: [GeneratorProblem] {
    var problems: [GeneratorProblem] = []
    if fileName != interface.name {
      problems.append(problem("the file of this interface must be named '\(interface.name).varlink'"))
    }
    if !isUnportable { problems += portabilityProblems }
    return problems
  }

  /// The path's last part without `.varlink`.
  var fileName: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".varlink") ? String(name.dropLast(8)) : name
  }

  /// A problem of a member, or of the interface as a whole.
  func problem(_ message: String, at member: String? = nil) -> GeneratorProblem {
    Self.problem(path, member.flatMap { places[$0] } ?? InterfacePlace(line: 1, column: 1), message)
  }

  /// Where a member is declared, as compilers write it.
  func place(of member: String) -> String {
    let place = places[member] ?? InterfacePlace(line: 1, column: 1)
    return "\(path):\(place.line):\(place.column)"
  }

  private var isUnportable: Bool {
    text.split(whereSeparator: \.isNewline).contains { $0 == "# \(Self.unportableMark)" }
  }

  private var portabilityProblems: [GeneratorProblem] {
    func told(_ interface: VarlinkInterface, _ member: String?) -> [GeneratorProblem] {
      interface.portabilityProblems.map { problem("not every client can read this: \($0)", at: member) }
    }
    // One member at a time, so that each problem has the place of its member.
    return told(VarlinkInterface(name: interface.name), nil)
      + interface.members.flatMap { told(VarlinkInterface(name: "a.b", members: [$0]), $0.name) }
  }

  private static func problem(_ path: String, _ place: InterfacePlace, _ message: String) -> GeneratorProblem {
    GeneratorProblem(path: path, place: place, message: message)
  }
}
