package import BankumModel
import Matching

/// Somebody waits although another, who ranks below, holds a place that would serve both, and why that is so.
///
/// A run lists all such pairs, of each kind for each who waits the one that costs least; whoever is in no list waits
/// for no place that somebody below holds.
package struct FairnessException: Hashable, Sendable {
  /// Why changing the two would not simply be better; the engine's kinds.
  package enum Kind: String, Sendable, CaseIterable {
    /// The waiting meeting needs more than that place: those who would have to go count for more together.
    case sum
    /// No room that fits.
    case room
    /// The block's escort is out.
    case escort
    /// An opponent, somebody to be kept apart, or the inmate's own other meeting.
    case adverse
    /// The meeting is so near that it stays.
    case frozen
    /// The wishes outweigh the rank.
    case soft
  }

  /// The open request that waits.
  package let waiting: BankumModel.Request.ID
  /// The open request that holds the place.
  package let holder: BankumModel.Request.ID
  /// Why.
  package let kind: Kind
  /// The points that the schedule would lose; nil when no lawful schedule would come of it.
  package let loss: Int?

  /// Makes one from its fields.
  package init(waiting: BankumModel.Request.ID, holder: BankumModel.Request.ID, kind: Kind, loss: Int?) {
    self.waiting = waiting
    self.holder = holder
    self.kind = kind
    self.loss = loss
  }
}

extension FairnessException {
  /// The engine's finding in the words of the house; nil when the place serves no open request any more, which has no
  /// rank then.
  init?(_ exception: FairnessAudit.Exception, _ planning: PlanningProblem) {
    guard let waiting = planning.openRequest(exception.waiting), let holder = planning.openRequest(exception.holder),
      let kind = Kind(rawValue: exception.kind.rawValue)
    else { return nil }
    self.init(waiting: waiting, holder: holder, kind: kind, loss: exception.loss)
  }
}
