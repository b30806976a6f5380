/// What follows from prices for a single session: value after paying for everything that it uses.
///
/// The value of request r with advocate a in half-day g splits into a part that all requests of a class share
/// (`column`), a part by duration, block and room need (`row`) and a mask of r's own. So the best advocate of a
/// class in a half-day is found once for the class, and a request only runs over half-days.
final class PriceTables {
  /// Stands for impossible.
  static let never: Float = -1e30

  let ground: Ground
  let layout: PriceLayout
  private let arena = Arena()

  /// By duration index, advocate, half-day: early wish less prices of advocate and partner, or `never`.
  let column: UnsafeMutablePointer<Float>
  /// By row kind and half-day: less the prices of rooms and escort.
  let row: UnsafeMutablePointer<Float>
  /// By class and half-day: the best `column` plus bonus.
  let best: UnsafeMutablePointer<Float>
  /// By request: its kind of row.
  let rowKindOf: UnsafeMutablePointer<Int32>
  /// By request and half-day: 0 or less what its cheapest start costs; `never` when there is no start, or when
  /// the start leaves out some advocate of the class (see `exceptions`).
  let mask: UnsafeMutablePointer<Float>
  /// By request: its weight, less the prices of cuts.
  let base: UnsafeMutablePointer<Float>
  /// Entries that the class does not describe: where a request's own hours decide which advocates fit, the
  /// published advocate and half-day, frozen sessions. Request r has `exceptionStart[r] ..< exceptionStart[r + 1]`.
  let exceptionStart: UnsafeMutablePointer<Int32>
  let exceptions: UnsafeMutablePointer<EntryException>
  /// By request: what the preferred advocate adds to `column`, or `never` without one who may serve.
  let preferredBonus: UnsafeMutablePointer<Float>

  /// By kind of row: whether it pays for accessible rooms.
  private let accessibleKind: UnsafeMutablePointer<Bool>

  private struct RowKind: Hashable {
    var duration: Int
    var block: Int
    var accessible: Bool
    var sets: Int
  }
  private var rowKinds: [RowKind] = []
  private let partnerSets: [Int]
  /// By request that is in any: its cuts.
  private let cutsOf: [Int: [Int]]

  init(_ ground: Ground, _ layout: PriceLayout) {
    self.ground = ground
    self.layout = layout
    let length = ground.rowLength
    let halfDays = ground.halfDayCount
    let requests = ground.requestCount
    column = arena.make(ground.durations.count * ground.advocateCount * length, PriceTables.never)
    best = arena.make(ground.classes.count * length, PriceTables.never)
    rowKindOf = arena.make(requests, 0)
    mask = arena.make(requests * length, PriceTables.never)
    base = arena.make((0..<requests).map { Float(ground.weight[$0]) }, padding: 0)
    exceptionStart = arena.make(requests + 1, 0)
    preferredBonus = arena.make(requests, PriceTables.never)
    partnerSets = (0..<ground.partnerCount).map {
      ground.roomsOfPartner[$0] == ground.allRooms
        ? 0 : layout.enclosing(ground.roomsOfPartner[$0], partner: true)
    }

    cutsOf = layout.cuts.enumerated().reduce(into: [:]) { lists, cut in
      for request in cut.element.requests { lists[request, default: []].append(cut.offset) }
    }
    var kinds: [RowKind: Int32] = [:]
    var special: [EntryException] = []
    let weights = ground.problem.weights
    for request in 0..<requests {
      let rooms = ground.roomsOfRequest[request]
      let kind = RowKind(
        duration: Int(ground.duration[request]), block: Int(ground.block[request]),
        accessible: rooms & ~ground.accessibleRooms == 0 && ground.problem.requests[request].accessible,
        sets: rooms == ground.allRooms ? 0 : layout.enclosing(rooms, partner: false))
      if kinds[kind] == nil {
        kinds[kind] = Int32(rowKinds.count)
        rowKinds.append(kind)
      }
      rowKindOf[request] = kinds[kind] ?? 0

      let group = ground.classes[Int(ground.classOf[request])]
      let preferred = ground.preferred[request]
      let published = Int(ground.publishedAdvocate[request])
      let publishedHalfDay = published < 0 ? -1 : Int(ground.halfDayOfSlot[Int(ground.publishedStart[request])])
      let first = special.count
      for halfDay in 0..<halfDays {
        let starts = ground.startMask[request * halfDays + halfDay]
        if starts == 0 { continue }
        let own = Float(-ground.cheapest(request, halfDay, starts))
        var whole = !ground.isFrozen[request]
        for (advocate, bonus) in zip(group.advocates, group.bonuses) {
          let all = ground.starts(group.durationIndex, Int(advocate), halfDay)
          if all != 0 && all & starts == 0 { whole = false }
          if Int(advocate) == published && halfDay == publishedHalfDay && all & starts != 0 {
            let more = bonus + (advocate == preferred ? weights.continuity : 0) + ground.movePrice[request]
            special.append(EntryException(advocate: advocate, halfDay: Int32(halfDay), value: Float(more) + own))
          }
        }
        if whole {
          mask[request * length + halfDay] = own
        } else if !ground.isFrozen[request] {
          for (advocate, bonus) in zip(group.advocates, group.bonuses)
          where ground.starts(group.durationIndex, Int(advocate), halfDay) & starts != 0 {
            let more = bonus + (advocate == preferred ? weights.continuity : 0)
            special.append(EntryException(advocate: advocate, halfDay: Int32(halfDay), value: Float(more) + own))
          }
        }
      }
      exceptionStart[request + 1] = exceptionStart[request] + Int32(special.count - first)
      if let position = group.advocates.firstIndex(of: preferred), !ground.isFrozen[request] {
        preferredBonus[request] = Float(group.bonuses[position] + weights.continuity)
      }
    }
    exceptions = arena.make(special, padding: EntryException(advocate: 0, halfDay: 0, value: 0))
    row = arena.make(rowKinds.count * length, 0)
    accessibleKind = arena.make(rowKinds.map(\.accessible), padding: false)
  }

  /// Fills `column`, `row` and `best` from padded prices.
  func fill(_ price: UnsafePointer<Float>) {
    let length = ground.rowLength
    let halfDays = ground.halfDayCount
    let early = Float(ground.problem.weights.earlyPerDay)
    let lastDay = ground.dayCount - 1
    for cut in layout.cuts { for request in cut.requests { base[request] = Float(ground.weight[request]) } }
    for advocate in 0..<ground.advocateCount {
      let byDay = price + layout.advocateDay + advocate * ground.dayCount
      let byWeek = price + layout.advocateWeek + advocate * ground.weekCount
      let partner = Int(ground.partnerOf[advocate])
      let fair = price[layout.partner + partner]
      for (index, duration) in ground.durations.enumerated() {
        let target = column + (index * ground.advocateCount + advocate) * length
        let rank = layout.hasTurns ? index * ground.advocateCount + advocate : advocate
        let own = price + layout.advocateHalfDay + rank * length
        let units: Float = layout.hasTurns ? 1 : Float(duration)
        let slots = Float(duration)
        let starts = ground.advocateStarts + (index * ground.advocateCount + advocate) * halfDays
        for halfDay in 0..<halfDays {
          if starts[halfDay] == 0 { continue }
          let day = Int(ground.dayOf[halfDay])
          var value = early * Float(lastDay - day) - byDay[day] - byWeek[Int(ground.weekOf[halfDay])] - fair
          value -= units * own[halfDay]
          target[halfDay] = value
        }
        if partnerSets[partner] == 0 { continue }
        for set in layout.sets.indices where partnerSets[partner] >> set & 1 == 1 {
          let prices = price + layout.roomSets + set * length
          for halfDay in 0..<halfDays where starts[halfDay] != 0 { target[halfDay] -= slots * prices[halfDay] }
        }
      }
    }
    for (index, kind) in rowKinds.enumerated() {
      let target = row + index * length
      let slots = Float(kind.duration)
      let block = price + layout.blockHalfDay + kind.block * length
      for column in 0..<length { target[column] = -slots * block[column] }
      if !layout.hasTurns {
        let rooms = price + layout.rooms
        for column in 0..<length { target[column] -= slots * rooms[column] }
      }
      if kind.accessible {
        let accessible = price + layout.accessible
        for column in 0..<length { target[column] -= slots * accessible[column] }
      }
      for set in layout.sets.indices where kind.sets >> set & 1 == 1 {
        let prices = price + layout.roomSets + set * length
        for column in 0..<length { target[column] -= slots * prices[column] }
      }
    }
    for (index, cut) in layout.cuts.enumerated() {
      for request in cut.requests { base[request] -= price[layout.partnerCuts + index] }
    }
    for (index, group) in ground.classes.enumerated() {
      let target = best + index * length
      for column in 0..<length { target[column] = PriceTables.never }
      let columns = column + group.durationIndex * ground.advocateCount * length
      for (advocate, bonus) in zip(group.advocates, group.bonuses) {
        let source = columns + Int(advocate) * length
        let more = Float(bonus)
        for column in 0..<length {
          let value = source[column] + more
          target[column] = value > target[column] ? value : target[column]
        }
      }
    }
  }

  /// Which room sets a session pays for, as bits of `layout.sets`.
  func paidSets(_ request: Int, _ advocate: Int) -> Int {
    rowKinds[Int(rowKindOf[request])].sets | partnerSets[Int(ground.partnerOf[advocate])]
  }

  /// The cuts of adverse groups that a request is in.
  func cuts(_ request: Int) -> [Int] { layout.cuts.isEmpty ? [] : cutsOf[request] ?? [] }

  /// Whether a request pays for accessible rooms.
  @inline(__always)
  func paysAccessible(_ request: Int) -> Bool { accessibleKind[Int(rowKindOf[request])] }
}
