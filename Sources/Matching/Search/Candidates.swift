/// For every request that is worth a try, its best (advocate, half-day) pairs at the present prices.
///
/// A good schedule uses almost only entries near the top of these lists: a request that keeps far less than
/// nothing waits, an entry far below the request's best is not used (reduced costs). The lists are a guess that
/// guides the search; nothing is proved from them.
final class Candidates {
  /// The longest list.
  static let longest = 32

  let tables: PriceTables
  /// By request, `longest` apart: best first.
  let advocate, halfDay: UnsafeMutablePointer<Int32>
  /// By request: the length of its list.
  let count: UnsafeMutablePointer<Int32>
  /// Requests worth a try.
  private(set) var active: [Int32] = []

  private let ground: Ground
  private let arena = Arena()
  private var found: [(value: Float, advocate: Int32, halfDay: Int32)] = []

  init(_ ground: Ground, _ tables: PriceTables) {
    self.ground = ground
    self.tables = tables
    advocate = arena.make(ground.requestCount * Candidates.longest, 0)
    halfDay = arena.make(ground.requestCount * Candidates.longest, 0)
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
      let best = collect(request, depth: depth, margin: margin)
      count[request] = 0
      if found.isEmpty { continue }
      if ground.isFrozen[request] { continue }
      if best >= -margin || ground.isTierOne[request] || ground.publishedAdvocate[request] >= 0 {
        active.append(Int32(request))
      }
      if found.count > 1 {
        found.sort {
          ($1.value, $0.halfDay, $0.advocate) < ($0.value, $1.halfDay, $1.advocate)
        }
      }
      let base = request * Candidates.longest
      for entry in found.prefix(Candidates.longest) {
        advocate[base + Int(count[request])] = entry.advocate
        halfDay[base + Int(count[request])] = entry.halfDay
        count[request] += 1
      }
    }
  }

  /// Collects the entries of a request near its best, in any order; returns the best value.
  private func collect(_ request: Int, depth: Float, margin: Float) -> Float {
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
    if top <= PriceTables.never / 2 { return PriceTables.never }
    let floor = top - depth
    let extra = preferredBonus > PriceTables.never ? Float(ground.problem.weights.continuity) : 0
    let group = ground.classes[groupIndex]
    for column in 0..<ground.halfDayCount {
      let common = own[column] + row[column]
      if common + best[column] + extra < floor { continue }
      for (advocate, bonus) in zip(group.advocates, group.bonuses) {
        var value = common + columns[Int(advocate) * length + column] + Float(bonus)
        if advocate == preferred { value += extra }
        if value >= floor { found.append((value, advocate, Int32(column))) }
      }
    }
    for index in exceptions {
      let entry = tables.exceptions[Int(index)]
      let cell = Int(entry.advocate) * length + Int(entry.halfDay)
      let value = columns[cell] + row[Int(entry.halfDay)] + entry.value
      if value >= floor { found.append((value, entry.advocate, entry.halfDay)) }
    }
    return top + tables.base[request]
  }
}
