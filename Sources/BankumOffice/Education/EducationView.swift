package import BankumModel

/// An education event as somebody sees it.
package struct EducationView: Sendable, Equatable {
  /// The event. Before the house has confirmed it its partner does not know who takes part: then nobody is in it.
  package let event: EducationEvent
  /// How many take part.
  package let size: Int
  /// Who gives it.
  package let partner: Partner
  /// Who speaks, in their order.
  package let advocates: [Advocate]
  /// Where.
  package let room: Room
  /// Who takes part, by block and name; empty where the reader may not see it.
  package let participants: [(inmate: Inmate, block: Block?)]

  package static func == (left: EducationView, right: EducationView) -> Bool {
    left.event == right.event && left.size == right.size
      && left.participants.map(\.inmate) == right.participants.map(\.inmate)
  }
}
