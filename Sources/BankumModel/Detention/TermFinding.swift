/// What is odd about a detention order. It is entered all the same: the printed date is the truth; the registrar
/// looks at it.
package enum TermFinding: Hashable, Sendable {
  /// It gives more days than the law's table.
  case longerThanTable(days: Int, limit: Int)
  /// It gives fewer days than the table; lawful, but often a misread date.
  case shorterThanTable(days: Int, limit: Int)
  /// The table has no value for its day: an order of a law that was not in force.
  case lawNotInForce
  /// An extension without the order or extension that comes before it.
  case nothingToExtend
  /// It begins later than the day after the one before ended: so many days nobody allowed.
  case gap(days: Int)
  /// It begins before the one before ended, by so many days.
  case overlap(days: Int)
  /// Its stage comes before a stage that the person has already reached.
  case earlierStage(reached: DetentionStage)
  /// Its law differs from that of the other orders of the case.
  case otherLaw(DetentionLaw)
  /// By the dates of the orders the case is governed by the other code (UU 20/2025 Art 361).
  case transition(DetentionLaw)
  /// A child is held who is younger than the law allows.
  case childTooYoung(age: Int, minimum: Int)
  /// A child is held for an offence whose threat is less than the law asks for.
  case childThreatLow(minimum: Int)

  /// The code of the finding, for review entries and words.
  package var code: String {
    switch self {
    case .longerThanTable: "longerThanTable"
    case .shorterThanTable: "shorterThanTable"
    case .lawNotInForce: "lawNotInForce"
    case .nothingToExtend: "nothingToExtend"
    case .gap: "gap"
    case .overlap: "overlap"
    case .earlierStage: "earlierStage"
    case .otherLaw: "otherLaw"
    case .transition: "transition"
    case .childTooYoung: "childTooYoung"
    case .childThreatLow: "childThreatLow"
    }
  }
}
