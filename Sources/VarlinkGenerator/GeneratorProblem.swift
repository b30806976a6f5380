import Varlink

/// Something in a definition that no Swift can be made of, and where.
struct GeneratorProblem: Error, Equatable, CustomStringConvertible {
  let path: String
  let place: InterfacePlace
  let message: String

  /// `FILE:LINE:COLUMN: error: MESSAGE`: the form in which compilers tell, so that SwiftPM and editors show it.
  var description: String { "\(path):\(place.line):\(place.column): error: \(message)" }
}

/// All problems of a run.
struct GeneratorProblems: Error, Equatable {
  let list: [GeneratorProblem]
}
