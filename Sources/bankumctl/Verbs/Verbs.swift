/// The verbs, in the order of the help.
enum Verbs {
  static let all = [
    StatusVerb.description, WhoAmIVerb.description, WaitVerb.description, MonitorVerb.description,
    CallVerb.description, ReloadVerb.description, BridgeVerb.description, CompletionVerb.description, help,
    CompleteVerb.description,
  ]
  static let help = HelpVerb.description
}
