import BankumModel
import BankumPlanning
import BankumStore

extension Office {
  /// Makes it visible on the request itself when no partner at all may serve it, and takes that back once one may.
  func recordEligibility(_ decisions: Decisions, _ transaction: Transaction) throws {
    let without = Set(decisions.waiting.filter(\.hasNoEligiblePartner).map(\.request))
    for profile in decisions.planning.index.profiles {
      var request = profile.request
      let event: RequestEvent
      if request.state == .submitted, without.contains(request.id) {
        event = .exhaust
      } else if request.state == .noEligiblePartner, !without.contains(request.id) {
        event = .reopen
      } else {
        continue
      }
      try request.apply(event, by: .runner, on: decisions.planning.index.facts.today)
      try transaction.put(request)
    }
  }
}
