/// The register book in which somebody is entered: why he is held, and since which stage. Codes as staff print them.
package enum RegisterBook: String, Coded {
  /// Detained by the investigator.
  case investigation = "A.I"
  /// Detained by the public prosecutor.
  case prosecution = "A.II"
  /// Detained by the district court.
  case trial = "A.III"
  /// Detained by the high court.
  case appeal = "A.IV"
  /// Detained by the supreme court.
  case cassation = "A.V"
  /// Sentenced to more than a year.
  case longSentence = "B.I"
  /// Sentenced to more than three months, up to a year.
  case mediumSentence = "B.IIa"
  /// Sentenced to up to three months.
  case shortSentence = "B.IIb"
  /// *Kurungan*: light imprisonment.
  case lightImprisonment = "B.III"
  /// *Kurungan* in place of a fine (*subsider*).
  case insteadOfFine = "B.IIIs"
  /// *Seumur hidup*: for life.
  case life = "SH"
  /// *Hukuman mati*: sentenced to death.
  case death = "MT"
  /// *Sandera*: civil hostage.
  case hostage = "C"

  /// The stage of a detainee's book; nil for convicts and hostages.
  package var stage: DetentionStage? { DetentionStage(rawValue: rawValue) }

  /// The book of a stage.
  package init(_ stage: DetentionStage) {
    switch stage {
    case .investigation: self = .investigation
    case .prosecution: self = .prosecution
    case .trial: self = .trial
    case .appeal: self = .appeal
    case .cassation: self = .cassation
    }
  }

  /// Whether it is a book of detainees, *tahanan*: those whose detention clock runs.
  package var isDetainee: Bool { stage != nil }

  /// Reads a code as papers and exports write it: `A.III`, `AIII`, `A III`, `A3`, `a.iii`, `B.IIa`, `B2A`, `BIIIs`.
  ///
  /// Throws `unknownCode` for anything else; `B.II` alone does not say which of two books it is and is refused.
  package init(parsing text: String) throws(ModelError) {
    let condensed = RegisterText.condensed(text.utf8)
    guard let (book, length) = Self.prefix(of: condensed), length == condensed.count else {
      throw ModelError(.unknownCode, value: text, expected: "\(Self.codeList)")
    }
    self = book
  }

  /// The book at the start of condensed text (capital letters and digits only), and how many bytes spell it.
  ///
  /// The longest spelling wins, so `AIV` is not `AI` with a V left over.
  static func prefix(of text: [UInt8]) -> (book: RegisterBook, length: Int)? {
    for (spelling, book) in spellings where text.starts(with: spelling) { return (book, spelling.count) }
    return nil
  }

  /// Every spelling, the longest first.
  private static let written: [(String, RegisterBook)] = [
    ("BIIIS", .insteadOfFine), ("AIII", .trial), ("BIIA", .mediumSentence), ("BIIB", .shortSentence),
    ("BIII", .lightImprisonment), ("AII", .prosecution), ("AIV", .appeal), ("B2A", .mediumSentence),
    ("B2B", .shortSentence), ("B3S", .insteadOfFine), ("AI", .investigation), ("A1", .investigation),
    ("A2", .prosecution), ("A3", .trial), ("A4", .appeal), ("AV", .cassation), ("A5", .cassation),
    ("BI", .longSentence), ("B1", .longSentence), ("B3", .lightImprisonment), ("SH", .life), ("MT", .death),
    ("C", .hostage),
  ]

  private static let spellings: [([UInt8], RegisterBook)] = written.map { (Array($0.0.utf8), $0.1) }
}
