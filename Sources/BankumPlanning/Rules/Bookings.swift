import BankumModel

/// All that is taken, found by who or what takes part. A placement is looked at beside these.
struct Bookings: Sendable {
  private(set) var all: [Booking] = []
  private var ofAdvocate: [Advocate.ID: [Int]] = [:]
  private var ofRoom: [RoomDay: [Int]] = [:]
  private var ofInmate: [Inmate.ID: [Int]] = [:]
  private var ofBlock: [BlockDay: [Int]] = [:]
  private var ofPartner: [Partner.ID: [Int]] = [:]

  private struct RoomDay: Hashable {
    var room: Room.ID
    var date: CivilDate
  }

  private struct BlockDay: Hashable {
    var block: Block.ID
    var date: CivilDate
  }

  init(_ bookings: [Booking], index: FactIndex) {
    for booking in bookings { add(booking, index: index) }
  }

  /// Adds what is taken. `takesEscorts`: false for one of a group whose escorts are counted for all of it.
  mutating func add(_ booking: Booking, index: FactIndex, takesEscorts: Bool = true) {
    let position = all.count
    all.append(booking)
    for advocate in booking.advocates { ofAdvocate[advocate, default: []].append(position) }
    if let room = booking.room { ofRoom[RoomDay(room: room, date: booking.date), default: []].append(position) }
    ofPartner[booking.partner, default: []].append(position)
    for inmate in booking.inmates { ofInmate[inmate, default: []].append(position) }
    guard takesEscorts else { return }
    var people: [Block.ID: Int] = [:]
    for inmate in booking.inmates {
      if let block = index.inmates[inmate]?.block { people[block, default: 0] += 1 }
    }
    for (block, count) in people {
      // A group is led; for a meeting each is fetched by somebody of his own.
      let escorts = booking.isMeeting ? count : index.escorts(leading: count)
      let key = BlockDay(block: block, date: booking.date)
      ofBlock[key, default: []] += Array(repeating: position, count: escorts)
    }
  }

  /// The bookings of an advocate.
  func of(_ advocate: Advocate.ID) -> [Booking] { (ofAdvocate[advocate] ?? []).map { all[$0] } }

  /// The bookings of an inmate.
  func of(_ inmate: Inmate.ID) -> [Booking] { (ofInmate[inmate] ?? []).map { all[$0] } }

  /// The bookings of a partner.
  func of(_ partner: Partner.ID) -> [Booking] { (ofPartner[partner] ?? []).map { all[$0] } }

  /// The bookings of a room on a day.
  func of(_ room: Room.ID, on date: CivilDate) -> [Booking] {
    (ofRoom[RoomDay(room: room, date: date)] ?? []).map { all[$0] }
  }

  /// The turns of a block's escorts on a day, one for each escort who is out.
  func turns(of block: Block.ID, on date: CivilDate, except isLeftOut: (Booking) -> Bool) -> [MinuteRange] {
    (ofBlock[BlockDay(block: block, date: date)] ?? []).compactMap { isLeftOut(all[$0]) ? nil : all[$0].turn }
  }
}
