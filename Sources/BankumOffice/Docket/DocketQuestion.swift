package import BankumModel

/// Which meetings somebody asks for. What is nil does not narrow.
package struct DocketQuestion: Sendable, Hashable {
  /// Whose meetings.
  package var advocate: Advocate.ID?
  /// Of which partner.
  package var partner: Partner.ID?
  /// Of people of which block: its id, or its name as people say it.
  package var block: String?
  /// From this day on; nil: today.
  package var from: CivilDate?
  /// To this day; nil: six days after the first.
  package var to: CivilDate?
  /// The week of this day, from Monday on, instead of `from` and `to`.
  package var week: CivilDate?

  /// A question for the week that begins today.
  package init(
    advocate: Advocate.ID? = nil, partner: Partner.ID? = nil, block: String? = nil, from: CivilDate? = nil,
    to: CivilDate? = nil, week: CivilDate? = nil
  ) {
    self.advocate = advocate
    self.partner = partner
    self.block = block
    self.from = from
    self.to = to
    self.week = week
  }
}
