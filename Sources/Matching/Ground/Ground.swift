/// A problem in canonical order as flat tables: what bound and search walk on.
///
/// Nothing changes after `init`, so both threads read it; the pointers live as long as the object.
final class Ground: @unchecked Sendable {
  let problem: Problem
  let halfDays: HalfDays
  let arena = Arena()

  let slotCount, halfDayCount, rowLength, dayCount, weekCount: Int
  let advocateCount, partnerCount, blockCount, requestCount, roomCount: Int

  // By slot and by half-day.
  let dayOfSlot: UnsafeMutablePointer<Int32>
  let halfDayOfSlot: UnsafeMutablePointer<Int32>
  let roomsOpen: UnsafeMutablePointer<UInt64>
  let firstSlot: UnsafeMutablePointer<Int32>
  let dayOf: UnsafeMutablePointer<Int32>
  let weekOf: UnsafeMutablePointer<Int32>
  let wholeMask: UnsafeMutablePointer<UInt64>
  let roomCountAt, accessibleCountAt: UnsafeMutablePointer<Int32>
  let escortCapacity: UnsafeMutablePointer<Int32>
  let targetOf: UnsafeMutablePointer<Int>
  let quotaOf: UnsafeMutablePointer<Int32>
  let needsAccessible: UnsafeMutablePointer<Bool>
  let fairPerSession: Int

  // By advocate; `available` by advocate and half-day.
  let partnerOf: UnsafeMutablePointer<Int32>
  let dailyCap: UnsafeMutablePointer<Int32>
  let weeklyCap: UnsafeMutablePointer<Int32>
  let available: UnsafeMutablePointer<UInt64>
  let roomsOfPartner: UnsafeMutablePointer<UInt64>
  let skillsOf: UnsafeMutablePointer<UInt64>

  // By request; `startMask` by request and half-day: every start that no advocate forbids.
  let duration: UnsafeMutablePointer<Int32>
  let block: UnsafeMutablePointer<Int32>
  let weight: UnsafeMutablePointer<Int>
  let isTierOne: UnsafeMutablePointer<Bool>
  let preferred: UnsafeMutablePointer<Int32>
  let skill: UnsafeMutablePointer<Int32>
  let roomsOfRequest: UnsafeMutablePointer<UInt64>
  let startMask: UnsafeMutablePointer<UInt64>
  let classOf: UnsafeMutablePointer<Int32>
  let costRow: UnsafeMutablePointer<Int32>
  let publishedAdvocate: UnsafeMutablePointer<Int32>
  let publishedStart: UnsafeMutablePointer<Int32>
  let publishedRoom: UnsafeMutablePointer<Int32>
  let movePrice: UnsafeMutablePointer<Int>
  /// Whether a request's published session breaks no rule alone: else it changes, if only its room does.
  let canStay: UnsafeMutablePointer<Bool>
  let isFrozen: UnsafeMutablePointer<Bool>

  /// Costs of starts, by the requests that have any (`costRow`) and open slot (`openIndex`): a session's costs fit in
  /// 32 bits, which `Problem.validate` sees to.
  let costOfStart: UnsafeMutablePointer<Int32>
  /// By slot: its place among the open ones. Those of a half-day lie side by side.
  let openIndex: UnsafeMutablePointer<Int32>
  let openCount: Int
  /// The advocates who come in a half-day h, ascending: `presentStart[h] ..< presentStart[h + 1]`.
  let presentStart, present: UnsafeMutablePointer<Int32>
  /// Requests that agree on duration and on advocates with their bonus are one class: the inner loop of the
  /// bound runs over classes, not over requests.
  let classes: [RequestClass]
  /// Whether an advocate may serve a class: by class, 64 advocates a word.
  let serving: UnsafeMutablePointer<UInt64>
  let servingLength: Int
  /// Different durations, ascending; `durationIndex` by request.
  let durations: [Int]
  let durationIndex: UnsafeMutablePointer<Int32>
  /// Where an advocate can start a session of a duration: by duration index, advocate, half-day.
  let advocateStarts: UnsafeMutablePointer<UInt64>

  let accessibleRooms: UInt64
  let allRooms: UInt64
  /// Frozen sessions that bind, by request.
  let frozenSessions: [Assignment]
  /// Tier 1 counts this many times inside the search, so that no swap of single sessions outweighs it.
  let tierOneFactor: Int
  /// A typical weight below tier 1: temperatures and steps are in its proportion.
  let unit: Double

  /// How far from the prices good plans are, as a multiple of that in a large problem: where few compete, whole sessions
  /// count for much and prices say little.
  var spread: Double { max(1, 300 / Double(max(1, requestCount))) }

  /// Compiles a validated problem.
  init(_ problem: Problem) {
    self.problem = problem
    halfDays = HalfDays(problem)
    slotCount = problem.slotCount
    halfDayCount = halfDays.count
    rowLength = (halfDays.count + 3) / 4 * 4
    dayCount = problem.days
    weekCount = (problem.days + problem.daysPerWeek - 1) / problem.daysPerWeek
    advocateCount = problem.advocates.count
    partnerCount = problem.partners.count
    blockCount = problem.blocks.count
    requestCount = problem.requests.count
    roomCount = problem.rooms.count
    let halfDays = halfDays
    let days = problem.slotsPerDay
    let daysPerWeek = problem.daysPerWeek

    dayOfSlot = arena.make((0..<slotCount).map { Int32($0 / days) }, padding: 0)
    halfDayOfSlot = arena.make(halfDays.ofSlot.map(Int32.init), padding: -1)
    firstSlot = arena.make(halfDays.first.map(Int32.init), padding: 0)
    dayOf = arena.make((0..<halfDays.count).map { Int32(halfDays.day($0)) }, padding: 0)
    weekOf = arena.make((0..<halfDays.count).map { Int32(halfDays.day($0) / daysPerWeek) }, padding: 0)
    wholeMask = arena.make(halfDays.length.map(SlotMask.ones), padding: 0)

    var open = Array(repeating: UInt64(0), count: slotCount)
    for (index, room) in problem.rooms.enumerated() {
      var shut = Array(repeating: false, count: slotCount)
      for range in room.closed { for slot in range.start..<range.end { shut[slot] = true } }
      for slot in 0..<slotCount where !shut[slot] && halfDays.ofSlot[slot] >= 0 { open[slot] |= 1 << UInt64(index) }
    }
    roomsOpen = arena.make(open, padding: 0)
    allRooms = SlotMask.ones(problem.rooms.count)
    accessibleRooms = problem.rooms.enumerated().reduce(0) { $1.element.accessible ? $0 | 1 << UInt64($1.offset) : $0 }
    let accessibleMask = accessibleRooms
    roomCountAt = arena.make(open.map { Int32($0.nonzeroBitCount) }, padding: 0)
    accessibleCountAt = arena.make(open.map { Int32(($0 & accessibleMask).nonzeroBitCount) }, padding: 0)
    escortCapacity = arena.make(problem.blocks.map { Int32($0.escortCapacity) }, padding: 0)
    targetOf = arena.make(problem.partners.map(\.target), padding: 0)
    quotaOf = arena.make(problem.partners.map { Int32($0.quota) }, padding: 0)
    needsAccessible = arena.make(problem.requests.map(\.accessible), padding: false)
    fairPerSession = problem.weights.fairPerSession
    let roomsOf = (0..<problem.partners.count).map { partner in
      problem.rooms.enumerated().reduce(UInt64(0)) {
        $1.element.reservedFor ?? partner == partner ? $0 | 1 << UInt64($1.offset) : $0
      }
    }
    roomsOfPartner = arena.make(roomsOf, padding: 0)

    partnerOf = arena.make(problem.advocates.map { Int32($0.partner) }, padding: 0)
    dailyCap = arena.make(problem.advocates.map { Int32($0.dailyCap) }, padding: 0)
    weeklyCap = arena.make(problem.advocates.map { Int32($0.weeklyCap) }, padding: 0)
    skillsOf = arena.make(
      problem.advocates.map { $0.skills.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } }, padding: 0)
    available = arena.make(advocateCount * halfDayCount, 0)
    for (index, advocate) in problem.advocates.enumerated() {
      for range in advocate.available {
        for slot in range.start..<range.end where halfDays.ofSlot[slot] >= 0 {
          let halfDay = halfDays.ofSlot[slot]
          available[index * halfDayCount + halfDay] |= 1 << UInt64(slot - halfDays.first[halfDay])
        }
      }
    }

    let requests = problem.requests
    duration = arena.make(requests.map { Int32($0.duration) }, padding: 1)
    block = arena.make(requests.map { Int32($0.block) }, padding: 0)
    weight = arena.make(requests.map(\.weight), padding: 0)
    isTierOne = arena.make(requests.map { $0.tier == 1 }, padding: false)
    preferred = arena.make(requests.map { Int32($0.preferredAdvocate ?? -1) }, padding: -1)
    skill = arena.make(requests.map { Int32($0.skill) }, padding: 0)
    let accessible = accessibleRooms
    let every = allRooms
    let masks = requests.map { request in
      var mask = request.accessible ? accessible : every
      if let eligible = request.eligibleRooms { mask &= eligible.reduce(0) { $0 | 1 << UInt64($1) } }
      if let pinned = request.pinnedRoom { mask &= 1 << UInt64(pinned) }
      return mask
    }
    roomsOfRequest = arena.make(masks, padding: 0)
    startMask = arena.make(requestCount * halfDayCount, 0)
    for index in requests.indices {
      Ground.fillStarts(
        requests[index], halfDays, open, masks[index], startMask + index * halfDayCount)
    }

    durations = Set(requests.map(\.duration)).sorted()
    let indexOfDuration = Dictionary(uniqueKeysWithValues: durations.enumerated().map { ($1, Int32($0)) })
    durationIndex = arena.make(requests.map { indexOfDuration[$0.duration] ?? 0 }, padding: 0)
    advocateStarts = arena.make(durations.count * advocateCount * halfDayCount, 0)
    for (index, duration) in durations.enumerated() {
      for cell in 0..<advocateCount * halfDayCount {
        advocateStarts[index * advocateCount * halfDayCount + cell] = SlotMask.starts(available[cell], duration)
      }
    }
    let sorted = RequestClass.sort(problem, roomsOfRequest: masks, roomsOfPartner: roomsOf)
    classes = sorted.classes
    classOf = arena.make(sorted.classOf, padding: 0)
    servingLength = (advocateCount + 63) / 64
    serving = arena.make(sorted.classes.count * servingLength, 0)
    for (index, group) in sorted.classes.enumerated() {
      for advocate in group.advocates {
        serving[index * servingLength + Int(advocate) / 64] |= 1 << UInt64(advocate % 64)
      }
    }

    costRow = arena.make(requestCount, -1)
    let costly = requests.indices.filter { !requests[$0].costs.isEmpty }
    openIndex = arena.make(slotCount, 0)
    var opened = 0
    for slot in 0..<slotCount where halfDays.ofSlot[slot] >= 0 {
      openIndex[slot] = Int32(opened)
      opened += 1
    }
    openCount = opened
    costOfStart = arena.make(costly.count * opened, 0)
    for (row, request) in costly.enumerated() {
      costRow[request] = Int32(row)
      Ground.fillCosts(requests[request], halfDays, costOfStart + row * opened)
    }
    var coming: [Int32] = []
    presentStart = arena.make(halfDayCount + 1, 0)
    for halfDay in 0..<halfDayCount {
      for advocate in 0..<advocateCount where available[advocate * halfDayCount + halfDay] != 0 {
        coming.append(Int32(advocate))
      }
      presentStart[halfDay + 1] = Int32(coming.count)
    }
    present = arena.make(coming, padding: 0)

    publishedAdvocate = arena.make(requestCount, -1)
    publishedStart = arena.make(requestCount, -1)
    publishedRoom = arena.make(requestCount, -1)
    movePrice = arena.make(requestCount, 0)
    canStay = arena.make(requestCount, false)
    isFrozen = arena.make(requestCount, false)
    let verifier = Verifier(problem)
    for session in problem.published {
      publishedAdvocate[session.request] = Int32(session.advocate)
      publishedStart[session.request] = Int32(session.start)
      publishedRoom[session.request] = Int32(session.room)
      movePrice[session.request] = session.movePrice ?? problem.weights.change
      canStay[session.request] = !verifier.breaksAlone(
        Assignment(request: session.request, advocate: session.advocate, start: session.start, room: session.room))
    }
    frozenSessions = problem.published.contains(where: \.frozen) ? verifier.bindingFrozenSessions() : []
    for session in frozenSessions { isFrozen[session.request] = true }

    let lower = requests.filter { $0.tier > 1 }.map(\.weight)
    let soft = problem.weights.earlyPerDay * problem.days + problem.weights.continuity + problem.weights.skill
    let heaviest = (lower.max() ?? 0) + soft
    let lightest = max(1, requests.filter { $0.tier == 1 }.map(\.weight).min() ?? 1)
    let sum = requests.reduce(1) { $1.tier == 1 ? $0 + $1.weight : $0 }
    tierOneFactor = max(1, min((8 * heaviest + lightest - 1) / lightest, (1 << 59) / sum))
    let typical = (lower.isEmpty ? requests.map(\.weight) : lower).sorted()
    unit = typical.isEmpty ? 1 : max(1, Double(typical[typical.count / 2] + soft / 2))
  }

  /// What one session is worth on its own, fairness apart, in the units of the score.
  @inline(__always)
  func profit(_ request: Int, _ advocate: Int, _ start: Int) -> Int {
    var value = weight[request] + problem.weights.earlyPerDay * (dayCount - 1 - Int(dayOfSlot[start]))
    if Int(preferred[request]) == advocate { value += problem.weights.continuity }
    if skillsOf[advocate] &>> UInt64(skill[request]) & 1 == 1 { value += problem.weights.skill }
    if costRow[request] >= 0 { value -= Int(costs(request, start).pointee) }
    if staysPublished(request, advocate, start) { value += movePrice[request] }
    return value
  }

  /// Whether a session with this advocate and start may be the published one; the room decides.
  @inline(__always)
  func staysPublished(_ request: Int, _ advocate: Int, _ start: Int) -> Bool {
    Int(publishedAdvocate[request]) == advocate && Int(publishedStart[request]) == start && canStay[request]
  }
}
