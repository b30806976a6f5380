extension Message {
  /// An event in words, by its kind and values on the wire; nil for a kind that the catalogue does not know.
  ///
  /// Values that the receiver may not see are not there: then the message says less.
  /// - Parameter language: of the kinds of records in a list.
  package static func event(_ kind: String, _ detail: [String: String], in language: Language) -> Message? {
    func text(_ field: String) -> String { detail[field] ?? "?" }
    func number(_ field: String) -> Int { detail[field].flatMap { Int($0) } ?? 0 }
    func state(_ family: String) -> Message? { detail["state"].map { word(family, $0) } }
    let isGone = detail["former"] != nil && detail["state"] == nil
    switch kind {
    case "state": return .eventState(state: word("serviceState", text("state")))
    case "reloaded": return .eventReloaded
    case "reloadFailed": return .reloadFailed(problems: number("problems"))
    case "lost": return .eventLost(since: number("since"))
    case "run": return .eventRun(run: text("run"), placed: number("placed"), waiting: number("waiting"))
    case "published": return .eventPublished(version: number("version"))
    case "discarded": return .eventDiscarded
    case "imported": return .eventImported(number: number("batch"), content: text("content"))
    case "importUndone": return .eventImportUndone(number: number("batch"), content: text("content"))
    case "granted": return .eventGranted(user: number("user"), role: word("role", text("role")))
    case "revoked": return .eventRevoked(user: number("user"), role: word("role", text("role")))
    case "rule": return .eventRule(rule: text("rule"), from: text("date"))
    case "request":
      if isGone { return .eventRequestLeft(request: text("request")) }
      return state("requestState").map { .eventRequest(request: text("request"), state: $0) }
        ?? .eventRequestTouched(request: text("request"))
    case "requests":
      if isGone { return .eventRequestsLeft(count: number("count")) }
      return state("requestState").map { .eventRequests(count: number("count"), state: $0) }
        ?? .eventRequestsTouched(count: number("count"))
    case "session":
      return state("session").map { .eventSession(session: text("session"), state: $0, day: text("date")) }
        ?? .eventSessionTouched(session: text("session"))
    case "sessions":
      return state("session").map { .eventSessions(count: number("count"), state: $0) }
        ?? .eventSessionsTouched(count: number("count"))
    case "callList": return .eventCallList(day: text("date"))
    case "education":
      return state("education").map { .eventEducation(education: text("education"), state: $0, day: text("date")) }
        ?? .eventEducationTouched(education: text("education"))
    case "notices": return .eventNotices(count: number("count"))
    case "review":
      return detail["decision"] == nil
        ? .eventReview(review: text("review")) : .eventReviewDecided(review: text("review"))
    case "reviews": return .eventReviews(count: number("count"))
    case "round": return .eventRound(lapsed: number("lapsed"), unreported: number("unreported"))
    case "changed":
      let kinds = text("content").split(separator: " ")
      return .eventChanged(kinds: kinds.map { named("kind.\($0)")?.text(in: language) ?? String($0) })
    default: return nil
    }
  }

  /// The word of a closed list, or the code itself.
  private static func word(_ family: String, _ code: String) -> Message {
    if family == "serviceState", code == "running" { return .stateReady }
    let prefix = family == "serviceState" ? "state" : family
    return named("\(prefix).\(code)") ?? .errorText(text: code)
  }
}
