import BankumModel
import Testing

@testable import BankumPlanning

@Suite("What-if texts")
struct WhatIfTests {
  @Test(
    "a text is printed as it is read",
    arguments: [
      "absent ad-00000001 2026-11-24..2026-11-28", "absent ad-00000001 2026-11-24",
      "come ad-00000001 2026-11-24 13:00-15:00", "cap ad-00000001 4 12", "open room ro-00000002 2026-11-26 13:00-15:00",
      "close room ro-00000002 2026-11-26", "close room ro-00000002 2026-11-26..2026-11-27 08:00-10:00",
      "add room 2026-11-26 13:00-15:00", "open house 2026-11-28 08:00-11:00", "close house 2026-11-26",
      "escort bl-00000001 4", "quota pa-00000001 9", "quota pa-00000001 none", "waive rq-00000001 language",
      "permit rq-00000001 2026-11-24", "mandate rq-00000001 ad-00000001", "leave in-00000001",
    ])
  func roundTrip(text: String) throws {
    #expect(try WhatIf(parsing: text).text == text)
    // Whatever can be read can be done to facts that hold what it names.
    _ = try SmallHouse.facts().applying([try WhatIf(parsing: text)])
  }

  @Test("days of one month may be short, and several changes stand in one text")
  func forms() throws {
    let changes = try WhatIf.changes(parsing: "absent ad-00000001  2026-11-24..28;close house 2026-11-25")
    #expect(WhatIf.text(changes) == "absent ad-00000001 2026-11-24..2026-11-28; close house 2026-11-25")
  }

  @Test(
    "what is none is refused with what there is",
    arguments: [
      "", ";", "absent", "absent ad-1 2026-11-24", "absent ad-00000001 2026-11-24..23", "open door ro-00000001 x y",
      "cap ad-00000001 -1 3", "cap ad-00000001 1 9999999", "quota pa-00000001 all", "waive rq-00000001 conflict",
      "come ad-00000001 2026-11-24 15:00-13:00", "leave rq-00000001", "absent ad-00000001 2026-11-24 now",
    ])
  func refused(text: String) {
    #expect(throws: ModelError.self) { try WhatIf.changes(parsing: text) }
  }

  @Test("a change that names somebody unknown is an error, and nothing of the list is made")
  func unknown() throws {
    let changes = try WhatIf.changes(parsing: "escort bl-00000001 9; leave in-00000099")
    #expect { try SmallHouse.facts().applying(changes) } throws: { ($0 as? PlanningError)?.code == .whatIf }
  }

  @Test("an advocate who is away is not planned, and one who comes in spite of it is")
  func absence() throws {
    let facts = SmallHouse.facts()
    #expect(try SmallHouse.rules(facts).isEmpty)
    let away = try facts.applying(try WhatIf.changes(parsing: "absent ad-00000001 2026-11-23..27"))
    #expect(try SmallHouse.rules(away) == [.advocateAbsent])
    let back = try away.applying(try WhatIf.changes(parsing: "come ad-00000001 2026-11-24 09:00-12:00"))
    #expect(try SmallHouse.rules(back).isEmpty)
    #expect(back.advocates[0].absences == [days("2026-11-23"), days("2026-11-25..2026-11-27")])
  }

  @Test("a room is closed and opened by hours; a day's closure is cut around them")
  func rooms() throws {
    let closed = try SmallHouse.facts().applying(try WhatIf.changes(parsing: "close room ro-00000001 2026-11-23..27"))
    #expect(try SmallHouse.rules(closed) == [.roomClosed])
    let text = "open room ro-00000001 2026-11-24 09:00-10:15"
    let open = try closed.applying(try WhatIf.changes(parsing: text))
    #expect(try SmallHouse.rules(open).isEmpty)
    var later = SmallHouse.placement()
    later.start = minute("09:15")
    #expect(try SmallHouse.rules(open, later) == [.buffer])
    later.date = day("2026-11-25")
    #expect(try SmallHouse.rules(open, later).contains(.roomClosed))
  }
}
