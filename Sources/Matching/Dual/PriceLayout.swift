/// Where each price of the relaxation lies.
///
/// Inside, rows over half-days are padded to whole SIMD vectors; outside (`certificateOrder`) the order is that of
/// the certificate: advocate by half-day, rooms and accessible rooms by half-day, advocate by day, advocate by week,
/// block by half-day, partner; then, for problems that have them, further room sets by half-day. Where sessions are
/// longer than a slot (`hasTurns`) the first two are instead: duration by advocate by half-day, rooms by slot; and
/// the cuts of adverse groups come last.
struct PriceLayout: Sendable {
  /// Where each family begins in the padded order.
  let advocateHalfDay, rooms, accessible, advocateDay, advocateWeek, blockHalfDay, partner, roomSets, partnerCuts: Int
  /// All padded prices.
  let count: Int
  /// Sets of rooms, other than all and the accessible ones, that some sessions cannot leave: first those that
  /// requests pay for, then, from `firstPartnerSet`, those that partners pay for. Nobody pays twice for a set.
  let sets: [UInt64]
  let firstPartnerSet: Int
  /// Requests of adverse groups for which there are not partners enough.
  let cuts: [PartnerCut]
  /// Whether advocates' half-days are priced by `Turns` rather than by slots.
  let hasTurns: Bool
  private let lengths: [(rows: Int, used: Int, padded: Int)]

  init(_ ground: Ground) {
    let row = ground.rowLength
    let used = ground.halfDayCount
    let found = PriceLayout.roomSets(ground)
    sets = found.ofRequests + found.ofPartners
    firstPartnerSet = found.ofRequests.count
    hasTurns = ground.problem.hasLongSessions
    cuts = hasTurns ? PartnerCut.all(ground) : []
    let slots = hasTurns ? ground.slotCount : used
    let lengths: [(rows: Int, used: Int, padded: Int)] = [
      (ground.advocateCount * (hasTurns ? ground.durations.count : 1), used, row),
      (1, slots, (slots + 3) / 4 * 4), (1, used, row),
      (ground.advocateCount, ground.dayCount, ground.dayCount),
      (ground.advocateCount, ground.weekCount, ground.weekCount),
      (ground.blockCount, used, row), (1, ground.partnerCount, ground.partnerCount), (sets.count, used, row),
      (1, cuts.count, cuts.count),
    ]
    self.lengths = lengths
    // The padded order keeps rows over half-days first, so that every one of them is aligned for SIMD.
    var next = 0
    func take(_ family: Int) -> Int {
      defer { next += lengths[family].rows * lengths[family].padded }
      return next
    }
    advocateHalfDay = take(0)
    rooms = take(1)
    accessible = take(2)
    blockHalfDay = take(5)
    roomSets = take(7)
    advocateDay = take(3)
    advocateWeek = take(4)
    partnerCuts = take(8)
    partner = take(6)
    count = next
  }

  /// The padded index of each price in the order of the certificate.
  var certificateOrder: [Int] {
    let bases = [
      advocateHalfDay, rooms, accessible, advocateDay, advocateWeek, blockHalfDay, partner, roomSets, partnerCuts,
    ]
    var result: [Int] = []
    for (base, family) in zip(bases, lengths) {
      for row in 0..<family.rows {
        for column in 0..<family.used { result.append(base + row * family.padded + column) }
      }
    }
    return result
  }

  /// The sets that `rooms` lie in wholly, as bits, among those of requests or of partners.
  func enclosing(_ rooms: UInt64, partner: Bool) -> Int {
    let range = partner ? firstPartnerSet..<sets.count : 0..<firstPartnerSet
    return range.reduce(0) { rooms & ~sets[$1] == 0 ? $0 | 1 << $1 : $0 }
  }

  /// Up to eight room sets of each kind, those of the most sessions first: of requests (eligible, pinned rooms)
  /// and of partners (rooms reserved for others are lost to them).
  private static func roomSets(_ ground: Ground) -> (ofRequests: [UInt64], ofPartners: [UInt64]) {
    func most(_ rooms: some Sequence<UInt64>, except: Set<UInt64>) -> [UInt64] {
      var users: [UInt64: Int] = [:]
      for set in rooms where !except.contains(set) { users[set, default: 0] += 1 }
      return users.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8).map(\.key)
    }
    let plain: Set<UInt64> = [ground.allRooms, ground.accessibleRooms, 0]
    let partners = most(
      (0..<ground.advocateCount).lazy.map { ground.roomsOfPartner[Int(ground.partnerOf[$0])] }, except: plain)
    let requests = most(
      (0..<ground.requestCount).lazy.map { ground.roomsOfRequest[$0] }, except: plain.union(partners))
    return (requests, partners)
  }
}
