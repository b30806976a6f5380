/// Requests of one duration that the same advocates may serve, each for the same bonus.
struct RequestClass: Sendable, Equatable {
  /// Index into `Ground.durations`.
  let durationIndex: Int
  /// Who may serve, ascending.
  let advocates: [Int32]
  /// What each is worth beyond the request's weight: the skill wish.
  let bonuses: [Int]

  /// Sorts requests into classes; the classes are in the order of their first request.
  static func sort(_ problem: Problem, roomsOfRequest: [UInt64], roomsOfPartner: [UInt64])
    -> (classes: [RequestClass], classOf: [Int32])
  {
    let skills = problem.advocates.map { $0.skills.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } }
    let languages = problem.advocates.map { $0.languages.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } }
    let durations = Set(problem.requests.map(\.duration)).sorted()
    let indexOfDuration = Dictionary(uniqueKeysWithValues: durations.enumerated().map { ($1, $0) })
    var classes: [RequestClass] = []
    var classOf: [Int32] = []
    var known: [[Int]: Int32] = [:]
    for (index, request) in problem.requests.enumerated() {
      var key = [indexOfDuration[request.duration] ?? 0]
      for (advocate, person) in problem.advocates.enumerated() {
        let skilled = skills[advocate] >> UInt64(request.skill) & 1 == 1
        if request.skillHard && !skilled { continue }
        if languages[advocate] >> UInt64(request.language) & 1 == 0 { continue }
        if request.gender != 0 && request.gender != person.gender { continue }
        if request.excludedPartners.contains(person.partner) { continue }
        if request.excludedAdvocates.contains(advocate) { continue }
        if let pinned = request.pinnedAdvocate, pinned != advocate { continue }
        if roomsOfRequest[index] & roomsOfPartner[person.partner] == 0 { continue }
        key.append(advocate << 1 | (skilled ? 1 : 0))
      }
      if let found = known[key] {
        classOf.append(found)
        continue
      }
      known[key] = Int32(classes.count)
      classOf.append(Int32(classes.count))
      classes.append(
        RequestClass(
          durationIndex: key[0], advocates: key.dropFirst().map { Int32($0 >> 1) },
          bonuses: key.dropFirst().map { $0 & 1 == 1 ? problem.weights.skill : 0 }))
    }
    return (classes, classOf)
  }
}
