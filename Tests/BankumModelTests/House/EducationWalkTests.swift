import SeededNumbers
import Testing

@testable import BankumModel

/// The life of an education event, written down a second time, as the interfaces tell it.
@Suite struct EducationWalkTests {
  /// From, what happens, to, and who may: r the registrar, p the partner. What is not here is refused.
  private static let life = [
    "proposed confirm confirmed r", "proposed cancel cancelled rp", "confirmed cancel cancelled rp",
    "confirmed hold held rp", "held hold held r",
  ]
  private static let letters: [Actor: Character] = [.registrar: "r", .partner: "p", .runner: "d"]

  private static func event() throws -> EducationEvent {
    EducationEvent(
      id: EducationEvent.ID(bits: 1), topic: "hak", partner: Fixture.partner(1), advocates: [Fixture.advocate(1)],
      room: Room.ID(bits: 1), date: day("2026-11-24"), hours: hours("09:00-11:00"), participants: [Fixture.inmate(1)])
  }

  @Test func `10,000 random walks of 10 steps by everybody go where the second table says, and nowhere else`() throws {
    var table: [String: (to: String, actors: String)] = [:]
    for line in Self.life {
      let words = line.split(separator: " ").map(String.init)
      table["\(words[0]) \(words[1])"] = (words[2], words[3])
    }
    var dice = SeededGenerator(seed: 42)
    var seen: Set<String> = []
    for _ in 0..<10_000 {
      var event = try Self.event()
      for _ in 0..<10 {
        let step = try #require(EducationStep.allCases.randomElement(using: &dice))
        let actor = try #require(Actor.allCases.randomElement(using: &dice))
        let before = event
        let key = "\(before.state.code) \(step.code)"
        seen.insert(key)
        let way = table[key].flatMap { way in Self.letters[actor].map(way.actors.contains) == true ? way.to : nil }
        do throws(TransitionRefusal<EducationRefusal>) {
          try event.apply(step, by: actor)
          #expect(way == event.state.code, "\(key) by \(actor)")
        } catch {
          #expect(way == nil && event == before, "\(key) by \(actor): \(error.reason)")
          #expect((error.reason == .actorNotAllowed) == (table[key] != nil), "\(key) by \(actor): \(error.reason)")
        }
      }
    }
    #expect(seen.count == EducationState.allCases.count * EducationStep.allCases.count)
  }
}
