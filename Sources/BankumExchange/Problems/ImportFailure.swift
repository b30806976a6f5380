/// A file of which nothing could be read.
package struct ImportFailure: Error, Hashable, Sendable {
  /// Why: one problem, or one for each bad line.
  package let problems: [ImportProblem]

  /// A failure for these reasons.
  package init(_ problems: [ImportProblem]) {
    self.problems = problems
  }

  /// A failure for one reason.
  package init(
    _ code: ImportProblem.Code, at place: ImportPlace = .file, value: String = "", parameters: [String] = []
  ) {
    self.init([ImportProblem(code, at: place, value: value, parameters: parameters)])
  }
}
