import BankumAPI
import BankumClient
import BankumWords

/// A verb as data: the parser, the help and the completion are made from it.
struct VerbDescription: Sendable {
  /// An option of one verb or of all.
  struct Option: Sendable {
    /// What stands behind the option.
    enum Value: Sendable, Equatable {
      /// Nothing.
      case none
      /// A text of this kind; completion offers files for `path`.
      case text
      case path
      /// The id of something of this kind; completion asks the daemon for those that the caller may see.
      case id(KnownKind)
      /// A whole number, at least 0.
      case number
      /// One of these. With `bare`, the option may stand alone and then means that one.
      case choice([String], bare: String? = nil)
    }

    /// The names, the long one last: `-j`, `--json`.
    let names: [String]
    let value: Value
    /// Whether it may be given more than once.
    let isRepeatable: Bool

    init(_ names: String..., value: Value = .none, isRepeatable: Bool = false) {
      self.names = names
      self.value = value
      self.isRepeatable = isRepeatable
    }

    /// The name by which a verb asks for it.
    var key: String { names.last ?? "" }
  }

  /// An argument by position.
  struct Argument: Sendable {
    /// Its name as the help writes it: `METHOD`.
    let name: String
    let isRequired: Bool
    /// What completion offers.
    let candidates: [String]
    /// Whether completion offers files.
    let completesFiles: Bool
    /// Of what kind of thing it is the id; completion asks the daemon for those that the caller may see.
    let kind: KnownKind?

    init(
      _ name: String, isRequired: Bool = true, candidates: [String] = [], completesFiles: Bool = false,
      id kind: KnownKind? = nil
    ) {
      self.name = name
      self.completesFiles = completesFiles
      self.kind = kind
      self.isRequired = isRequired
      self.candidates = candidates
    }
  }

  let name: String
  let options: [Option]
  let arguments: [Argument]
  /// One line for the list of verbs.
  let summary: Message
  /// The whole help.
  let help: Message
  /// Whether it is left out of the list of verbs.
  let isHidden: Bool
  /// Does it. Prints what it has to say; what goes wrong is thrown.
  let run: @Sendable (Invocation) throws(Complaint) -> ExitStatus

  init(
    _ name: String, options: [Option] = [], arguments: [Argument] = [], summary: Message, help: Message,
    isHidden: Bool = false, run: @escaping @Sendable (Invocation) throws(Complaint) -> ExitStatus
  ) {
    self.name = name
    self.options = options
    self.arguments = arguments
    self.summary = summary
    self.help = help
    self.isHidden = isHidden
    self.run = run
  }
}
