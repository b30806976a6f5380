/// One matching problem in pure integers: who may meet whom, when and where, and what each meeting is worth.
///
/// Time is a slot number `t = day * slotsPerDay + k`. People, rooms and groups are indices into the arrays here.
/// Fields that a facility does not use are neutral by default. `validate()` checks the whole once; everything
/// else in this room trusts a validated problem.
package struct Problem: Sendable, Equatable {
  /// Days in the horizon.
  package var days: Int
  /// Slots in a day.
  package var slotsPerDay: Int
  /// Days that share an advocate's weekly cap.
  package var daysPerWeek: Int
  /// Slots closed for everybody. A maximal run of open slots inside a day is a half-day.
  package var closed: [Int] = []
  /// What the soft wishes are worth.
  package var weights: Weights
  /// The organisations that the advocates belong to.
  package var partners: [Partner] = []
  /// Those who serve.
  package var advocates: [Advocate] = []
  /// Where they meet. At most 64.
  package var rooms: [Room] = []
  /// Where the inmates are brought from.
  package var blocks: [Block] = []
  /// Those who wait to be served.
  package var requests: [Request] = []
  /// Groups of sides of requests: no partner serves two sides of one group.
  package var adverseGroups: [[[Int]]] = []
  /// Two requests whose inmates are never in the visiting area in one slot.
  package var apartPairs: [ApartPair] = []
  /// Requests of one inmate.
  package var inmateGroups: [InmateGroup] = []
  /// The schedule in force.
  package var published: [PublishedSession] = []
  /// How many published sessions may change beyond those that have to, or nil for any number.
  package var changeBudget: Int?

  /// Makes a problem without people; the arrays are filled in afterwards.
  package init(days: Int, slotsPerDay: Int, daysPerWeek: Int, weights: Weights) {
    self.days = days
    self.slotsPerDay = slotsPerDay
    self.daysPerWeek = daysPerWeek
    self.weights = weights
  }

  /// Slots in the horizon.
  package var slotCount: Int { days * slotsPerDay }

  /// Whether every session takes more than one slot, those that are frozen apart: then slots alone measure badly what
  /// fits in a half-day.
  var hasLongSessions: Bool {
    let frozen = Set(published.filter(\.frozen).map(\.request))
    let loose = requests.indices.filter { !frozen.contains($0) }
    return !loose.isEmpty && loose.allSatisfy { requests[$0].duration > 1 }
  }
}
