package import BankumModel
import Matching

/// Somebody waits although another, who ranks below, holds a place that would serve both, and why that is so.
///
/// A run lists all such pairs, of each kind for each who waits the one that costs least; whoever is in no list waits
/// for no place that somebody below holds.
package struct FairnessException: Hashable, Sendable {
  /// Why changing the two would not simply be better. The engine's kinds once more: the rooms above know no engine.
  package enum Kind: Sendable, CaseIterable {
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
    guard let waiting = planning.openRequest(exception.waiting), let holder = planning.openRequest(exception.holder)
    else { return nil }
    let kind: Kind =
      switch exception.kind {
      case .sum: .sum
      case .room: .room
      case .escort: .escort
      case .adverse: .adverse
      case .frozen: .frozen
      case .soft: .soft
      }
    self.init(waiting: waiting, holder: holder, kind: kind, loss: exception.loss)
  }
}
