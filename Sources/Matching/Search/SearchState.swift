/// A legal schedule under change: who is where, and what is used up.
///
/// `insert` and `remove` keep every count in step and write a log, so that `undo` takes back exactly what a
/// move did. They check nothing: `SearchState+Places` says what is free, `SearchState+Ejection` makes free.
/// Rooms are counted here, by slot; `RoomColouring` decides whether the sessions of a half-day fit in them.
final class SearchState {
  let ground: Ground
  let relations: Relations
  private let arena = Arena()

  /// By request: the advocate and first slot, or -1; what the session is worth in the search's objective.
  let advocateOf, startOf: UnsafeMutablePointer<Int32>
  let valueOf: UnsafeMutablePointer<Int>
  /// By request: what the session keeps after paying the prices for everything that it uses. Low ones go first.
  let keeps: UnsafeMutablePointer<Float>
  /// By advocate and slot: the request, or -1.
  let occupant: UnsafeMutablePointer<Int32>
  /// Free slots: by advocate and half-day, by block and half-day (escort), by half-day (rooms).
  let free, escortFree, roomsFree, accessibleFree: UnsafeMutablePointer<UInt64>
  /// Users: by slot, by block and slot, by advocate and day, by advocate and week, by partner.
  let roomsUsed, accessibleUsed, escortUsed, dayLoad, weekLoad, load: UnsafeMutablePointer<Int32>
  /// Sessions of an adverse group, and of a side, by partner.
  let groupLoad, sideLoad: UnsafeMutablePointer<Int32>
  /// The objective of the search: tier 1 times its factor, plus the rest.
  private(set) var objective: Int
  /// Published sessions that have another advocate or start, or wait, or cannot stay as they are.
  private(set) var changes: Int
  /// Sessions placed.
  private(set) var placedCount = 0
  /// Half-days that gained a session since `clearTouched`.
  let touched: UnsafeMutablePointer<Int32>
  private(set) var touchedCount = 0
  /// What was done since the last `forget`, for `undo`. Between two `forget`s no request changes place more than
  /// a few times, and only the restoring of a whole schedule touches them all: the capacity is ample.
  private let log: UnsafeMutablePointer<Change>
  private var logCount = 0
  private let isTouched: UnsafeMutablePointer<Bool>

  private struct Change: BitwiseCopyable {
    var request, advocate, start: Int32
    var keeps: Float
  }

  init(_ ground: Ground, _ relations: Relations) {
    self.ground = ground
    self.relations = relations
    advocateOf = arena.make(ground.requestCount, -1)
    startOf = arena.make(ground.requestCount, -1)
    valueOf = arena.make(ground.requestCount, 0)
    keeps = arena.make(ground.requestCount, 0)
    occupant = arena.make(ground.advocateCount * ground.slotCount, -1)
    free = arena.make(ground.advocateCount * ground.halfDayCount, 0)
    free.update(from: ground.available, count: ground.advocateCount * ground.halfDayCount)
    escortFree = arena.make(ground.blockCount * ground.halfDayCount, 0)
    roomsFree = arena.make(ground.halfDayCount, 0)
    accessibleFree = arena.make(ground.halfDayCount, 0)
    roomsUsed = arena.make(ground.slotCount, 0)
    accessibleUsed = arena.make(ground.slotCount, 0)
    escortUsed = arena.make(ground.blockCount * ground.slotCount, 0)
    dayLoad = arena.make(ground.advocateCount * ground.dayCount, 0)
    weekLoad = arena.make(ground.advocateCount * ground.weekCount, 0)
    load = arena.make(ground.partnerCount, 0)
    groupLoad = arena.make(relations.groupCount * ground.partnerCount, 0)
    sideLoad = arena.make(relations.sideCount * ground.partnerCount, 0)
    isTouched = arena.make(ground.halfDayCount, false)
    touched = arena.make(ground.halfDayCount, 0)
    log = arena.make(4 * ground.requestCount + 256, Change(request: -1, advocate: -1, start: -1, keeps: 0))
    changes = ground.problem.published.count
    objective = 0
    for partner in ground.problem.partners { objective -= ground.problem.weights.fairPerSession * partner.target }
    for session in ground.problem.published { objective -= ground.movePrice[session.request] }
    for halfDay in 0..<ground.halfDayCount {
      let first = Int(ground.firstSlot[halfDay])
      for offset in 0..<ground.halfDays.length[halfDay] {
        let bit: UInt64 = 1 << UInt64(offset)
        if ground.roomsOpen[first + offset] != 0 { roomsFree[halfDay] |= bit }
        if ground.roomsOpen[first + offset] & ground.accessibleRooms != 0 { accessibleFree[halfDay] |= bit }
      }
      for (block, escort) in ground.problem.blocks.enumerated() where escort.escortCapacity > 0 {
        escortFree[block * ground.halfDayCount + halfDay] = ground.wholeMask[halfDay]
      }
    }
  }

  /// Puts a waiting request in a place that is free.
  func insert(_ request: Int, _ advocate: Int, _ start: Int, keeps kept: Float) {
    log[logCount] = Change(request: Int32(request), advocate: -1, start: -1, keeps: 0)
    logCount += 1
    keeps[request] = kept
    count(request, advocate, start, 1)
  }

  /// Makes a placed request wait.
  func remove(_ request: Int) {
    let advocate = advocateOf[request]
    let start = startOf[request]
    log[logCount] = Change(request: Int32(request), advocate: advocate, start: start, keeps: keeps[request])
    logCount += 1
    count(request, Int(advocate), Int(start), -1)
  }

  /// Takes back everything since the last `forget`.
  func undo() {
    while logCount > 0 {
      logCount -= 1
      let change = log[logCount]
      let request = Int(change.request)
      if change.advocate < 0 {
        count(request, Int(advocateOf[request]), Int(startOf[request]), -1)
      } else {
        keeps[request] = change.keeps
        count(request, Int(change.advocate), Int(change.start), 1)
      }
    }
    clearTouched()
  }

  /// Lets the past be: nothing before now can be undone.
  func forget() {
    logCount = 0
    clearTouched()
  }

  private func clearTouched() {
    for index in 0..<touchedCount { isTouched[Int(touched[index])] = false }
    touchedCount = 0
  }

  /// Adds (`sign` 1) or takes away (-1) a session in every count.
  @inline(__always)
  private func count(_ request: Int, _ advocate: Int, _ start: Int, _ sign: Int32) {
    let ground = ground
    let duration = Int(ground.duration[request])
    let halfDay = Int(ground.halfDayOfSlot[start])
    let first = Int(ground.firstSlot[halfDay])
    let bits = SlotMask.ones(duration) &<< UInt64(start - first)
    let block = Int(ground.block[request])
    let escort = escortUsed + block * ground.slotCount
    let escortCapacity = Int32(truncatingIfNeeded: ground.escortCapacity[block])
    let accessible = ground.needsAccessible[request]
    let place = occupant + advocate * ground.slotCount
    let partner = Int(ground.partnerOf[advocate])
    if sign > 0 {
      advocateOf[request] = Int32(advocate)
      startOf[request] = Int32(start)
      valueOf[request] = ground.searchProfit(request, advocate, start)
      free[advocate * ground.halfDayCount + halfDay] &= ~bits
      if !isTouched[halfDay] {
        isTouched[halfDay] = true
        touched[touchedCount] = Int32(halfDay)
        touchedCount += 1
      }
    } else {
      advocateOf[request] = -1
      startOf[request] = -1
      free[advocate * ground.halfDayCount + halfDay] |= bits
    }
    objective += Int(sign) * valueOf[request]
    placedCount += Int(sign)
    if ground.staysPublished(request, advocate, start) {
      changes -= Int(sign)
    }
    for slot in start..<start + duration {
      let bit: UInt64 = 1 &<< UInt64(slot - first)
      place[slot] = sign > 0 ? Int32(request) : -1
      roomsUsed[slot] += sign
      set(&roomsFree[halfDay], bit, roomsUsed[slot] < Int32(truncatingIfNeeded: ground.roomCountAt[slot]))
      escort[slot] += sign
      set(&escortFree[block * ground.halfDayCount + halfDay], bit, escort[slot] < escortCapacity)
      if accessible {
        accessibleUsed[slot] += sign
        set(&accessibleFree[halfDay], bit, accessibleUsed[slot] < ground.accessibleCountAt[slot])
      }
    }
    let day = Int(ground.dayOf[halfDay])
    dayLoad[advocate * ground.dayCount + day] += sign
    weekLoad[advocate * ground.weekCount + Int(ground.weekOf[halfDay])] += sign
    let before = abs(Int(load[partner]) - ground.targetOf[partner])
    load[partner] += sign
    let after = abs(Int(load[partner]) - ground.targetOf[partner])
    objective -= ground.fairPerSession * (after - before)
    if relations.related[request] {
      for index in relations.adverseStart[request]..<relations.adverseStart[request + 1] {
        let group = Int(relations.adverseGroup[Int(index)])
        let side = Int(relations.firstSide[group] + relations.adverseSide[Int(index)])
        groupLoad[group * ground.partnerCount + partner] += sign
        sideLoad[side * ground.partnerCount + partner] += sign
      }
    }
  }

  @inline(__always)
  private func set(_ mask: inout UInt64, _ bit: UInt64, _ on: Bool) {
    mask = on ? mask | bit : mask & ~bit
  }
}
