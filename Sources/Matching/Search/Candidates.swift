/// For every request that is worth a try, its best (advocate, half-day) pairs at the present prices.
///
/// A good schedule uses almost only entries near the top of these lists: a request that keeps far less than
/// nothing waits, an entry far below the request's best is not used (reduced costs). The lists are a guess that
/// guides the search; nothing is proved from them.
final class Candidates {
  /// The longest list.
  static let longest = 160

  let tables: PriceTables
  /// By request, `longest` apart: best first.
  let advocate, halfDay: UnsafeMutablePointer<Int32>
  /// By request, `longest` apart: what the request keeps there.
  let value: UnsafeMutablePointer<Float>
  /// By request: what it keeps at its best place, or 0 when it would rather wait.
  let top: UnsafeMutablePointer<Float>
  /// By request: the length of its list.
  let count: UnsafeMutablePointer<Int32>
  /// Requests worth a try.
  private(set) var active: [Int32] = []

  private let ground: Ground
  private let arena = Arena()
  private var found: [UInt64] = []
  private var highest: Float = 0

  init(_ ground: Ground, _ tables: PriceTables) {
    self.ground = ground
    self.tables = tables
    advocate = arena.make(ground.requestCount * Candidates.longest, 0)
    halfDay = arena.make(ground.requestCount * Candidates.longest, 0)
    value = arena.make(ground.requestCount * Candidates.longest, 0)
    top = arena.make(ground.requestCount, 0)
    count = arena.make(ground.requestCount, 0)
    found.reserveCapacity(1024)
  }

  /// Makes the lists anew.
  ///
  /// - Parameters:
  ///   - depth: how far below the best entry, in weight, a list reaches.
  ///   - margin: how much below nothing a request may keep and still be tried.
  func rebuild(_ prices: UnsafePointer<Float>, depth: Float, margin: Float) {
    tables.fill(prices)
    active.removeAll(keepingCapacity: true)
    for request in 0..<ground.requestCount {
      count[request] = 0
      top[request] = 0
      if ground.isFrozen[request] || !collect(request, depth: depth, margin: margin) { continue }
      active.append(Int32(request))
      found.sort()
      top[request] = max(0, highest)
      let base = request * Candidates.longest
      for entry in found.prefix(Candidates.longest) {
        let cell = Int32(truncatingIfNeeded: entry & 0xffff_ffff)
        advocate[base + Int(count[request])] = cell / Int32(ground.halfDayCount)
        halfDay[base + Int(count[request])] = cell % Int32(ground.halfDayCount)
        value[base + Int(count[request])] =
          highest - Float(bitPattern: UInt32(truncatingIfNeeded: entry &>> 32))
        count[request] += 1
      }
    }
  }

  /// One entry as one number: the higher the value, the smaller the number; of equals, the lower cell.
  @inline(__always)
  private func key(_ below: Float, _ advocate: Int32, _ halfDay: Int32) -> UInt64 {
    // `below` is at least 0, and the bits of such floats are in the order of their values.
    UInt64(max(0, below).bitPattern) &<< 32
      | UInt64(truncatingIfNeeded: Int(advocate) &* ground.halfDayCount &+ Int(halfDay))
  }

  /// Collects the entries of a request near its best, in any order; returns false when it is not worth a try.
  private func collect(_ request: Int, depth: Float, margin: Float) -> Bool {
    let length = ground.rowLength
    let own = tables.mask + request * length
    let row = tables.row + Int(tables.rowKindOf[request]) * length
    let groupIndex = Int(ground.classOf[request])
    let best = tables.best + groupIndex * length
    let columns = tables.column + Int(ground.durationIndex[request]) * ground.advocateCount * length
    let preferredBonus = tables.preferredBonus[request]
    let preferred = ground.preferred[request]
    found.removeAll(keepingCapacity: true)
    var top = PriceTables.highest(own, row, best, length)
    if preferredBonus > PriceTables.never {
      top = max(top, PriceTables.highest(own, row, columns + Int(preferred) * length, length) + preferredBonus)
    }
    let exceptions = tables.exceptionStart[request]..<tables.exceptionStart[request + 1]
    for index in exceptions {
      let entry = tables.exceptions[Int(index)]
      let cell = Int(entry.advocate) * length + Int(entry.halfDay)
      top = max(top, columns[cell] + row[Int(entry.halfDay)] + entry.value)
    }
    if top <= PriceTables.never / 2 { return false }
    if top + tables.base[request] < -margin && !ground.isTierOne[request] && ground.publishedAdvocate[request] < 0 {
      return false
    }
    highest = top + tables.base[request]
    let floor = top - depth
    let extra = preferredBonus > PriceTables.never ? Float(ground.problem.weights.continuity) : 0
    let group = ground.classes[groupIndex]
    for column in 0..<ground.halfDayCount {
      let common = own[column] + row[column]
      if common + best[column] + extra < floor { continue }
      for (advocate, bonus) in zip(group.advocates, group.bonuses) {
        var value = common + columns[Int(advocate) * length + column] + Float(bonus)
        if advocate == preferred { value += extra }
        if value >= floor { found.append(key(top - value, advocate, Int32(column))) }
      }
    }
    for index in exceptions {
      let entry = tables.exceptions[Int(index)]
      let cell = Int(entry.advocate) * length + Int(entry.halfDay)
      let value = columns[cell] + row[Int(entry.halfDay)] + entry.value
      if value >= floor { found.append(key(top - value, entry.advocate, entry.halfDay)) }
    }
    return true
  }
}
