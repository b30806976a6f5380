package import BankumModel
package import BankumPlanning

/// What is in the way for now; the words are made above.
package enum Obstacle: Sendable, Equatable {
  /// Another write or another program holds the register.
  case register
  /// Another run is at work.
  case run
  /// The register was written again and again while the run was at work.
  case changingRegister
  /// A fact has changed since the draft was made: this meeting of it would break this rule now.
  case draftOutdated(Session.ID, HouseRule)
}
