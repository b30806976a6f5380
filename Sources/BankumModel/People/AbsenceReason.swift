/// Why somebody in the register is not in his block.
package enum AbsenceReason: String, Coded {
  /// In hospital; with the letter of *pembantaran* the detention clock stands still.
  case hospital
  /// Under psychiatric observation; the clock stands still.
  case observation
  /// Lent to investigators.
  case bon
  /// At court beyond a hearing's day.
  case court
  /// In isolation; no meetings but urgent ones.
  case isolation

  /// Whether such an absence suspends the detention clock unless the letter says otherwise.
  package var suspendsDetention: Bool { self == .hospital || self == .observation }
}
