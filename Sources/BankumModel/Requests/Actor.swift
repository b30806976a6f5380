/// On whose behalf something happens. Which account may act for whom is the role table's matter.
package enum Actor: String, Coded {
  /// The house's registration and detainee services.
  case registrar
  /// The partner that holds the matter.
  case partner
  /// The daemon by rule: runs, deadlines, consequences of other facts.
  case runner
}
