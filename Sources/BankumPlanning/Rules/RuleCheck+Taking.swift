package import BankumModel

/// For whoever places meetings one by one.
extension RuleCheck {
  /// The rule set over the facts with these meetings as what is taken, in place of those in force.
  package init(_ index: FactIndex, taken sessions: [Session]) {
    self.init(index, sessions: sessions)
  }

  /// Adds a meeting to what is taken.
  package mutating func take(_ session: Session) {
    bookings.add(Booking(session, buffer: index.numbers.bufferMinutes), index: index)
  }
}
