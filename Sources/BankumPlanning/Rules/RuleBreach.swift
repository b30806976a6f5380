package import BankumModel

/// One rule that one meeting breaks, with the values that say how.
///
/// Who else is involved is never among the values: a breach can be shown to whoever may see the request.
package struct RuleBreach: Hashable, Sendable {
  /// A value that belongs to the reason.
  package enum Value: Hashable, Sendable {
    /// A day: until when, from when.
    case date(CivilDate)
    /// Hours: when it is open, when he is elsewhere.
    case hours(MinuteRange)
    /// A number: a cap, a capacity, minutes.
    case number(Int)
    /// A code of a closed list, or of a language.
    case code(String)

    /// The value as programs read it.
    package var text: String {
      switch self {
      case .date(let date): date.text
      case .hours(let hours): hours.text
      case .number(let number): "\(number)"
      case .code(let code): code
      }
    }
  }

  /// The rule.
  package let rule: HouseRule
  /// The partner that it concerns, if any.
  package let partner: Partner.ID?
  /// The advocate that it concerns, if any.
  package let advocate: Advocate.ID?
  /// The room that it concerns, if any.
  package let room: Room.ID?
  /// The values, in the order that the rule's words expect.
  package let values: [Value]

  /// Whether it keeps the partner away whoever of it comes and whenever: the wall, its credentials, a refusal.
  package var isOfPartner: Bool { partner != nil && advocate == nil && room == nil }

  /// A breach.
  init(
    _ rule: HouseRule, partner: Partner.ID? = nil, advocate: Advocate.ID? = nil, room: Room.ID? = nil,
    _ values: [Value] = []
  ) {
    self.rule = rule
    self.partner = partner
    self.advocate = advocate
    self.room = room
    self.values = values
  }
}
