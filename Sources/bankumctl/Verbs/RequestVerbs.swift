/// The verbs about requests, in the order of the help.
enum RequestVerbs {
  static let all = [ExplainVerb.description]
}
