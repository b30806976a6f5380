import BankumModel

/// The rules about rooms.
extension RuleCheck {
  /// What forbids this room for this request at any time.
  func room(_ profile: RequestProfile, _ room: Room) -> [RuleBreach] {
    var found: [RuleBreach] = []
    if room.kind != .consultation { found.append(RuleBreach(.roomKind, room: room.id)) }
    if !room.isConfidential { found.append(RuleBreach(.roomNotConfidential, room: room.id)) }
    if profile.wantsAccessibleRoom && !room.isAccessible { found.append(RuleBreach(.roomNotAccessible, room: room.id)) }
    return found
  }

  /// What forbids these hours in this room for a partner.
  func roomAtTime(
    _ room: Room, _ partner: Partner.ID, _ date: CivilDate, _ hours: MinuteRange
  ) -> [RuleBreach] {
    var found: [RuleBreach] = []
    let turn = self.turn(hours)
    let closed = room.closedHours(on: date)
    if let closure = closed.first(where: { $0.overlaps(turn) }) {
      let isMeeting = closed.contains { $0.overlaps(hours) }
      found.append(RuleBreach(isMeeting ? .roomClosed : .buffer, room: room.id, [.hours(closure)]))
    }
    if !room.isFree(for: partner, on: date, during: turn) {
      found.append(RuleBreach(.roomReserved, partner: partner, room: room.id))
    }
    return found
  }

  /// What forbids it because the room is taken.
  func roomTaken(
    _ room: Room, _ date: CivilDate, _ turn: MinuteRange, _ isLeftOut: (Booking) -> Bool
  ) -> [RuleBreach] {
    let others = bookings.of(room.id, on: date).filter { $0.turn.overlaps(turn) && !isLeftOut($0) }
    return others.isEmpty ? [] : [RuleBreach(.roomBusy, room: room.id, [.hours(others[0].turn)])]
  }
}
