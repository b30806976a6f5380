package import BankumModel

/// What somebody files.
package struct NewRequest: Sendable, Equatable {
  /// For whom: an id, or a register number that he has or had.
  package var inmate: String
  /// What for.
  package var service: Service
  /// The day of filing; nil: today.
  package var submittedOn: CivilDate?
  /// How it came.
  package var channel: Channel
  /// What it is about, in a few words.
  package var topic: String?
  /// The partner he would choose.
  package var wishPartner: Partner.ID?
  /// Partners he does not want.
  package var refusePartners: [Partner.ID]
  /// The language he wants to speak.
  package var language: LanguageCode?
  /// What the meeting needs beyond his record.
  package var needs: Set<Need>
  /// The proof of poverty; a missing one delays nothing.
  package var povertyProof: PovertyProof?
  /// Whether it is filed although an open one of this kind is there.
  package var isAgain: Bool

  /// Takes the fields as they are.
  package init(
    inmate: String, service: Service, submittedOn: CivilDate? = nil, channel: Channel = .oral, topic: String? = nil,
    wishPartner: Partner.ID? = nil, refusePartners: [Partner.ID] = [], language: LanguageCode? = nil,
    needs: Set<Need> = [], povertyProof: PovertyProof? = nil, isAgain: Bool = false
  ) {
    self.inmate = inmate
    self.service = service
    self.submittedOn = submittedOn
    self.channel = channel
    self.topic = topic
    self.wishPartner = wishPartner
    self.refusePartners = refusePartners
    self.language = language
    self.needs = needs
    self.povertyProof = povertyProof
    self.isAgain = isAgain
  }
}
