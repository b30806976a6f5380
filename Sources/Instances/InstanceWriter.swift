import JSON
package import Matching

/// Writes a problem as an instance file.
package enum InstanceWriter {
  /// The bytes of the file, all on one line.
  /// - Parameters:
  ///   - dayStartMinute: when slot 0 of a day begins, for readers of the file.
  ///   - slotMinutes: how long a slot is, for readers of the file.
  package static func bytes(
    _ problem: Problem, name: String, dayStartMinute: Int = 0, slotMinutes: Int = 0
  ) -> [UInt8] {
    var writer = JSONWriter(capacity: 512 * problem.requests.count + 4_096)
    writer.beginObject()
    writer.field("name", name)
    writer.field("days", problem.days)
    writer.field("slots_per_day", problem.slotsPerDay)
    writer.field("days_per_week", problem.daysPerWeek)
    writer.field("day_start_minute", dayStartMinute)
    writer.field("slot_minutes", slotMinutes)
    writer.field("closed", problem.closed)
    weights(problem.weights, &writer)
    list("lbhs", problem.partners, &writer) { partner, writer in
      writer.field("target", partner.target)
      writer.field("quota", partner.quota)
    }
    list("advocates", problem.advocates, &writer, advocate)
    list("rooms", problem.rooms, &writer) { room, writer in
      writer.field("accessible", room.accessible)
      writer.field("closed", room.closed)
      if let partner = room.reservedFor { writer.field("reserved_for", partner) }
    }
    list("blocks", problem.blocks, &writer) { block, writer in writer.field("escort_capacity", block.escortCapacity) }
    list("requests", problem.requests, &writer, request)
    relations(problem, &writer)
    if let budget = problem.changeBudget { writer.field("change_budget", budget) }
    writer.endObject()
    return writer.bytes
  }

  private static func weights(_ weights: Weights, _ writer: inout JSONWriter) {
    writer.key("weights")
    writer.beginObject()
    writer.field("early_per_day", weights.earlyPerDay)
    writer.field("continuity", weights.continuity)
    writer.field("skill", weights.skill)
    writer.field("fair_per_session", weights.fairPerSession)
    writer.field("change", weights.change)
    writer.endObject()
  }

  private static func advocate(_ advocate: Advocate, _ writer: inout JSONWriter) {
    writer.field("lbh", advocate.partner)
    writer.field("gender", advocate.gender)
    writer.field("skills", advocate.skills)
    writer.field("languages", advocate.languages)
    writer.field("available", advocate.available)
    writer.field("daily_cap", advocate.dailyCap)
    writer.field("weekly_cap", advocate.weeklyCap)
  }

  private static func request(_ request: Request, _ writer: inout JSONWriter) {
    writer.field("block", request.block)
    writer.field("duration", request.duration)
    writer.field("tier", request.tier)
    writer.field("waiting_days", request.waitingDays)
    writer.field("weight", request.weight)
    writer.field("release", request.release)
    writer.field("due", request.due)
    writer.field("skill", request.skill)
    writer.field("skill_hard", request.skillHard)
    writer.field("language", request.language)
    writer.field("gender", request.gender)
    writer.field("accessible", request.accessible)
    writer.field("excluded_lbhs", request.excludedPartners)
    writer.field("preferred_advocate", request.preferredAdvocate ?? -1)
    writer.field("busy", request.busy)
    if !request.excludedAdvocates.isEmpty { writer.field("excluded_advocates", request.excludedAdvocates) }
    if let rooms = request.eligibleRooms { writer.field("eligible_rooms", rooms) }
    if !request.costs.isEmpty {
      writer.key("costs")
      writer.beginArray()
      for cost in request.costs { writer.numbers([cost.slots.start, cost.slots.end, cost.perSlot]) }
      writer.endArray()
    }
    if let advocate = request.pinnedAdvocate { writer.field("pinned_advocate", advocate) }
    if let start = request.pinnedStart { writer.field("pinned_start", start) }
    if let room = request.pinnedRoom { writer.field("pinned_room", room) }
  }

  private static func relations(_ problem: Problem, _ writer: inout JSONWriter) {
    writer.key("adverse_groups")
    writer.beginArray()
    for sides in problem.adverseGroups {
      writer.beginObject()
      writer.key("sides")
      writer.beginArray()
      for side in sides { writer.numbers(side) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.key("apart_pairs")
    writer.beginArray()
    for pair in problem.apartPairs { writer.numbers([pair.first, pair.second]) }
    writer.endArray()
    writer.key("published")
    writer.beginArray()
    for session in problem.published {
      writer.beginObject()
      writer.field("request", session.request)
      writer.field("advocate", session.advocate)
      writer.field("start", session.start)
      writer.field("room", session.room)
      if let price = session.movePrice { writer.field("move_price", price) }
      if session.frozen { writer.field("frozen", true) }
      writer.endObject()
    }
    writer.endArray()
    guard !problem.inmateGroups.isEmpty else { return }
    writer.key("inmate_groups")
    writer.beginArray()
    for group in problem.inmateGroups {
      writer.beginObject()
      writer.field("members", group.members)
      writer.field("per_day", group.perDay)
      writer.endObject()
    }
    writer.endArray()
  }

  /// A list of objects whose `id` is their position.
  private static func list<Item>(
    _ name: StaticString, _ items: [Item], _ writer: inout JSONWriter, _ write: (Item, inout JSONWriter) -> Void
  ) {
    writer.key(name)
    writer.beginArray()
    for (index, item) in items.enumerated() {
      writer.beginObject()
      writer.field("id", index)
      write(item, &writer)
      writer.endObject()
    }
    writer.endArray()
  }
}

extension JSONWriter {
  fileprivate mutating func field(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  fileprivate mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    integer(Int64(value))
  }

  /// 0 or 1.
  fileprivate mutating func field(_ name: StaticString, _ value: Bool) { field(name, value ? 1 : 0) }

  fileprivate mutating func field(_ name: StaticString, _ values: [Int]) {
    key(name)
    numbers(values)
  }

  fileprivate mutating func field(_ name: StaticString, _ ranges: [SlotRange]) {
    key(name)
    beginArray()
    for range in ranges { numbers([range.start, range.end]) }
    endArray()
  }

  fileprivate mutating func numbers(_ values: [Int]) {
    beginArray()
    for value in values { integer(Int64(value)) }
    endArray()
  }
}
