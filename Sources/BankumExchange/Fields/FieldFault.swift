/// Why a field was not taken; whoever knows its place makes a problem of it.
struct FieldFault: Error, Hashable {
  let code: ImportProblem.Code
  let parameters: [String]

  init(_ code: ImportProblem.Code, _ parameters: [String] = []) {
    self.code = code
    self.parameters = parameters
  }
}
