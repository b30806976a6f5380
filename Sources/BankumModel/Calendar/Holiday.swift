/// A day on which the offices of the state are closed, as the joint ministerial decree (SKB 3 Menteri) lists it.
package struct Holiday: Hashable, Sendable {
  /// What closes the day.
  package enum Kind: String, Coded {
    /// A national holiday, *libur nasional*.
    case publicHoliday
    /// Collective leave, *cuti bersama*: closes offices like a holiday, never stops a detention clock.
    case collectiveLeave
  }

  /// The day.
  package let date: CivilDate
  /// What closes it.
  package let kind: Kind
  /// What the decree calls it.
  package let name: String
  /// Whether the day may still move, as Idul Fitri and Idul Adha do at the *sidang isbat*.
  package let mayMove: Bool

  /// One line of a holiday list.
  package init(date: CivilDate, kind: Kind, name: String, mayMove: Bool = false) {
    self.date = date
    self.kind = kind
    self.name = name
    self.mayMove = mayMove
  }
}
