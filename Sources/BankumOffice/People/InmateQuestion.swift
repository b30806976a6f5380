package import BankumModel

/// Which people somebody asks for. What is nil does not narrow.
package struct InmateQuestion: Sendable, Equatable {
  /// A part of the name, or the start of a register number.
  package var search: String?
  /// Of this block, by id or name.
  package var block: String?
  /// Of this presence; nil: those who are here.
  package var presence: Presence?
  /// Whose detention clock stands in this band.
  package var band: DetentionBand?
  /// Which part.
  package var page: Page

  /// A question for all who are here.
  package init(
    search: String? = nil, block: String? = nil, presence: Presence? = nil, band: DetentionBand? = nil,
    page: Page = Page()
  ) {
    self.search = search
    self.block = block
    self.presence = presence
    self.band = band
    self.page = page
  }
}

/// One of the people on a list.
package struct InmateEntry: Sendable, Equatable {
  /// Who.
  package let inmate: Inmate
  /// His block.
  package let block: Block?
  /// Where his detention stands.
  package let detention: DetentionStatus
  /// Why he cannot be met today; nil if he can.
  package let absence: Absence?
}

/// Everything that the register says of somebody, as far as the reader sees.
package struct InmateRecord: Sendable {
  /// What a list says.
  package let entry: InmateEntry
  /// The training that he attends.
  package let programmes: [TrainingProgramme]
  /// The orders.
  package let terms: [TermEntry]
  /// Absences.
  package let absences: [Absence]
  /// Days in court.
  package let hearings: [Hearing]
  /// The cases in which he is a party.
  package let cases: [CaseFile]
  /// The parties of those cases, as far as the reader sees them.
  package let people: [Inmate.ID: Inmate]
  /// What he asked for.
  package let requests: [Request]
  /// Who represents or represented him.
  package let mandates: [Mandate]
}
