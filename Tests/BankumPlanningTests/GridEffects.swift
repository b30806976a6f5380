import BankumModel

@testable import BankumPlanning

/// The places that the rule set allows and the problem does not have, as `ProblemBuilder` documents them.
enum GridEffects {
  static func explain(_ index: FactIndex, _ placement: Placement) -> Bool {
    guard let profile = index.profileOf[placement.request], let advocate = index.advocates[placement.advocate],
      let room = index.rooms[placement.room]
    else { return false }
    let own = index.availability[advocate.id] ?? []
    let isStale = own.contains { $0.isStale(on: index.facts.today, freshDays: index.numbers.freshDays) }
    let isReserved = room.reservations.contains { $0.covers(placement.date) }
    let learns = !profile.inmate.training.isEmpty
    let isLapsing = index.partners[advocate.partner]?.agreement.last != nil
    let escort = index.facts.education.contains { event in
      event.date == placement.date
        && event.participants.contains { index.inmates[$0]?.block == profile.inmate.block }
    }
    return isStale || isReserved || learns || isLapsing || escort
  }
}
