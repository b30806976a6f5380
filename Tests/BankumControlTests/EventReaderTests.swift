import BankumAPI
import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import BankumWords
import Synchronization
import Testing
import Varlink

@testable import BankumControl

@Suite("Reading events")
struct EventReaderTests {
  private static func tell(_ daemon: Daemon, _ events: HouseEvent...) async throws {
    _ = try await daemon.office.register.write(as: Call(uid: 7, role: "ops", method: "test")) { transaction in
      for event in events { transaction.tell(event) }
      return Done()
    }
  }

  private static func day(_ number: Int) -> HouseEvent {
    .callList(SmallRegister.today.adding(days: number))
  }

  /// The next so many events.
  private static func take(
    _ count: Int, _ reader: inout EventReader, _ view: (HouseEvent) -> HouseEvent? = { $0 }
  ) async throws -> [SeenEvent] {
    var seen: [SeenEvent] = []
    while seen.count < count {
      let more = try await reader.next(view)
      if more.isEmpty { return seen }
      seen += more
    }
    return seen
  }

  @Test("a reader that goes on behind an event gets all that was committed since, once and in order")
  func since() async throws {
    let daemon = try TestDaemon.make()
    var first = EventReader(daemon.events, daemon.office)
    for number in 1...5 { try await Self.tell(daemon, Self.day(number), .discarded) }
    let seen = try await Self.take(3, &first)
    #expect(seen.count >= 3)
    for stop in seen.indices {
      var second = EventReader(daemon.events, daemon.office, since: seen[stop].sequence)
      let rest = try await Self.take(10 - stop - 1, &second)
      let all = Array(seen[...stop]) + rest
      #expect(
        all.map(\.event) == (1...5).flatMap { [Self.day($0).written(by: 7), HouseEvent.discarded.written(by: 7)] })
      #expect(all.map(\.sequence) == all.map(\.sequence).sorted())
    }
  }

  @Test("the numbers say nothing of events that the reader was not shown")
  func numbersTellNothing() async throws {
    func numbers(_ hidden: Int) async throws -> [EventNumber] {
      let daemon = try TestDaemon.make()
      var reader = EventReader(daemon.events, daemon.office)
      for number in 1...3 {
        let others = (0..<hidden).map { HouseEvent.changed(["\($0)"]) }
        _ = try await daemon.office.register.write(as: Call(uid: 7, role: "ops", method: "test")) { transaction in
          for other in others { transaction.tell(other) }
          transaction.tell(Self.day(number))
          for other in others { transaction.tell(other) }
          transaction.tell(Self.day(-number))
          return Done()
        }
      }
      return try await Self.take(6, &reader) { $0.kind == .callList ? $0 : nil }.map(\.sequence)
    }
    #expect(try await numbers(0) == (try await numbers(9)))
  }

  @Test("a reader that falls behind what is kept in memory reads on in the outbox, without a gap")
  func fallsBehind() async throws {
    let daemon = try TestDaemon.make()
    var reader = EventReader(daemon.events, daemon.office)
    let count = 3 * EventHub.kept
    for start in stride(from: 1, through: count, by: 64) {
      _ = try await daemon.office.register.write(as: Call(uid: 7, role: "ops", method: "test")) { transaction in
        for number in start..<start + 64 { transaction.tell(Self.day(number)) }
        return Done()
      }
    }
    let seen = try await Self.take(count, &reader)
    #expect(seen.map(\.event) == (1...count).map { Self.day($0).written(by: 7) })
    #expect(Set(seen.map(\.sequence)).count == count)
  }

  @Test("the view is asked at each event, so a right that is taken away is gone at once")
  func rightsNow() async throws {
    let daemon = try TestDaemon.make()
    var reader = EventReader(daemon.events, daemon.office)
    let directory = RoleDirectory()
    directory.replace([RoleGrant(uid: 5, role: "ops", grantedBy: 0, grantedAt: daemon.office.clock.now)], asOf: 1)
    try await Self.tell(daemon, .discarded, .changed(["a"]), .changed(["b"]))
    var asked = 0
    let seen = try await reader.next { event in
      asked += 1
      if asked == 2 { directory.replace([], asOf: 2) }
      return EventReach.event(event, for: directory.holder(5), on: SmallRegister.today)
    }
    #expect(asked == 3)
    #expect(seen.map(\.event.kind) == [.discarded])
  }

  @Test("every kind has words in both languages, with all of its values and with few", arguments: EventKind.allCases)
  func words(kind: EventKind) {
    let all = Dictionary(uniqueKeysWithValues: kind.fields.map { ($0.code, "1") })
    for language in Language.allCases {
      for detail in [all, [:]] {
        let text = Message.event(kind.code, detail, in: language)?.text(in: language)
        #expect(text?.isEmpty == false, "\(kind)")
      }
    }
    #expect(Message.event("none", [:], in: .english) == nil)
  }

  @Test("the interface names every kind and every value")
  func interface() throws {
    let text = try #require(BankumInterfaces.all.first { $0.text.contains("interface org.bankum.Service\n") }).text
    let words = Set(text.split { !$0.isLetter })
    for kind in EventKind.allCases { #expect(words.contains(kind.code[...]), "\(kind)") }
    for field in EventField.allCases { #expect(words.contains(field.code[...]), "\(field)") }
  }

  @Test("a listener that has gone is forgotten")
  func forgotten() async throws {
    let daemon = try TestDaemon.make()
    do {
      let reader = EventReader(daemon.events, daemon.office)
      #expect(daemon.events.listeners == 1)
      withExtendedLifetime(reader) {}
    }
    #expect(daemon.events.listeners == 0)
  }

  @Test("events of the daemon itself come between, with the number of what was seen before")
  func ownEvents() async throws {
    let daemon = try TestDaemon.make()
    var reader = EventReader(daemon.events, daemon.office)
    try await Self.tell(daemon, .discarded)
    daemon.events.publish(.reloaded)
    try await Self.tell(daemon, .changed(["a"]))
    let seen = try await Self.take(3, &reader)
    #expect(seen.map(\.event.kind) == [.discarded, .reloaded, .changed])
    #expect(seen[0].sequence == seen[1].sequence)
    #expect(seen[1].sequence < seen[2].sequence)
  }
}
