import BankumExchange

/// What is wrong with the files of an import, whenever it was found: in the order of the files as they were sent, of
/// lines and of columns.
struct FileProblems {
  /// The most that are told; how many more there are is told instead of the rest.
  static let most = ImportLimits.standard.problems

  /// How many more there are that were not even listed.
  var more = 0
  private var found: [(file: Int, place: ImportPlace, problem: OfficeProblem)] = []
  /// What was told of a place already: reading a file and joining it may find the same.
  private var told: Set<Told> = []

  private struct Told: Hashable {
    let file: Int
    let place: ImportPlace
    let expected: Expectation
  }

  var isEmpty: Bool { found.isEmpty }

  mutating func add(
    _ value: String?, _ expected: Expectation, at place: ImportPlace, of file: (index: Int, name: String)
  ) {
    guard told.insert(Told(file: file.index, place: place, expected: expected)).inserted else { return }
    let text = place.line > 0 ? "\(file.name):\(place.text)" : file.name
    found.append((file.index, place, OfficeProblem(place: text, value: value, expected: expected)))
  }

  /// What is wrong with a parameter beside the files.
  mutating func add(_ value: String?, _ expected: Expectation, parameter: String) {
    found.append((-1, .file, OfficeProblem(place: parameter, value: value, expected: expected)))
  }

  /// All of them, at most `most`.
  var inOrder: [OfficeProblem] {
    // The index keeps several problems of one field in the order in which they were found.
    let sorted = found.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (one.file, one.place.line, one.place.column, left.offset)
        < (other.file, other.place.line, other.place.column, right.offset)
    }.map(\.element.problem)
    let left = max(0, sorted.count - Self.most) + more
    guard left > 0 else { return sorted }
    let rest = OfficeProblem(place: "files", value: nil, expected: .inFile(.moreProblems, ["\(left)"]))
    return sorted.prefix(Self.most) + [rest]
  }
}
