import BankumWords

/// The verbs, in the order of the help.
enum Verbs {
  static let all = first + work + RegisterVerbs.all + RoleVerbs.all + last
  private static let first = [
    StatusVerb.description, WhoAmIVerb.description, WaitVerb.description, MonitorVerb.description,
  ]
  private static let work =
    ImportVerbs.all + ReviewVerbs.all + RequestVerbs.all + ScheduleVerbs.all + PlanVerbs.all + RunVerbs.all
    + [DocketVerb.description] + SessionVerbs.all + NoticeVerbs.all + EducationVerbs.all
  private static let last = [
    CheckVerb.description, CallVerb.description, ReloadVerb.description, BridgeVerb.description,
    CompletionVerb.description, help,
    CompleteVerb.description,
  ]
  static let help = HelpVerb.description

  /// The first words of verbs of two, with what they are about.
  static let groups: [String: Message] = [
    "import": .helpImportSummary, "review": .helpReviewSummary, "request": .helpRequestSummary,
    "plan": .helpPlanSummary, "run": .helpRunSummary, "session": .helpSessionSummary, "notice": .helpNoticeSummary,
    "education": .helpEducationSummary, "role": .helpRoleSummary,
  ].merging(RegisterVerbs.groups) { first, _ in first }

  /// One line for each verb, and one for each group.
  static var overview: [(name: String, summary: Message)] {
    var seen: Set<String> = []
    return all.filter { !$0.isHidden }.compactMap { verb in
      let words = verb.name.split(separator: " ").map(String.init)
      guard words.count == 2, let summary = groups[words[0]] else { return (verb.name, verb.summary) }
      return seen.insert(words[0]).inserted ? (words[0], summary) : nil
    }
  }
}
