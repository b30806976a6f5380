/// What somebody is in a criminal case.
package enum PartyRole: String, Coded {
  /// Suspect or accused.
  case accused
  /// The victim.
  case victim
  /// A witness.
  case witness
  /// *Saksi mahkota*: an accused who testifies against the others.
  case crownWitness
  /// *Justice collaborator*: helps the prosecution against the others.
  case informant

  /// Whether he stands accused himself.
  package var isAccused: Bool { self == .accused || self == .crownWitness || self == .informant }

  /// Whether the interests of two roles in one case are against each other while nobody has decided otherwise.
  ///
  /// The accused are against each other and against everybody else; victims and witnesses are not against each other.
  package static func areAdverse(_ first: PartyRole, _ second: PartyRole) -> Bool {
    first.isAccused || second.isAccused
  }
}
