import SeededNumbers
import Testing

@testable import BankumModel

/// The life of a meeting, written down a second time: one line a step, as the interfaces and the mission tell it.
@Suite struct SessionWalkTests {
  /// From, what happens, to, and who may: r the registrar, p the partner, d the daemon. What is not here is refused.
  private static let life = """
    draft publishOffer offered rd
    draft publish confirmed rd
    draft move draft rd
    draft cancel cancelled rd
    draft discard cancelled rd
    offered accept confirmed rp
    offered decline cancelled rp
    offered lapse cancelled rd
    offered move offered rpd
    offered cancel cancelled rpd
    offered elapse unreported d
    confirmed decline cancelled rp
    confirmed move confirmed rpd
    confirmed cancel cancelled rpd
    confirmed elapse unreported d
    """

  /// How a meeting can end: the deed and the state. Whatever was published can be reported, also late; a report is
  /// corrected by the registrar.
  private static let endings = [
    ("hold", "held"), ("cutShort", "cutShort"), ("missAdvocate", "noShowAdvocate"), ("refuse", "refusedByInmate"),
    ("failToBring", "notBrought"),
  ]

  private struct Step: Hashable {
    let from: String
    let deed: String
  }

  private struct Way: Equatable {
    let to: String
    let actors: String
  }

  private static let table: [Step: Way] = {
    var table: [Step: Way] = [:]
    for line in life.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      table[Step(from: words[0], deed: words[1])] = Way(to: words[2], actors: words[3])
    }
    for (deed, state) in endings {
      for from in ["offered", "confirmed", "unreported"] {
        table[Step(from: from, deed: deed)] = Way(to: state, actors: "rp")
      }
      for (_, from) in endings { table[Step(from: from, deed: deed)] = Way(to: state, actors: "r") }
    }
    return table
  }()

  private static let letters: [Actor: Character] = [.registrar: "r", .partner: "p", .runner: "d"]

  /// Why a step that the table lacks, or that this actor may not take, is refused; by hand as well.
  private func reason(_ state: String, _ deed: String, _ actor: Actor) -> String {
    let isReported = Self.endings.contains { $0.1 == state }
    let isEnding = Self.endings.contains { $0.0 == deed }
    if isReported { return isEnding && actor == .runner ? "actorNotAllowed" : "sessionReported" }
    if Self.table[Step(from: state, deed: deed)] != nil { return "actorNotAllowed" }
    switch state {
    case "draft": return "sessionDraft"
    case "cancelled", "unreported": return "sessionOver"
    default: return state == "confirmed" && ["accept", "lapse"].contains(deed) ? "sessionConfirmed" : "sessionNotDraft"
    }
  }

  @Test func `10,000 random walks of 40 deeds by everybody go where the second table says, or are refused as it says`()
  {
    var dice = SeededGenerator(seed: 40)
    var seen: Set<Step> = []
    var taken = 0
    var refused = 0
    for _ in 0..<10_000 {
      var state = SessionState.draft
      for _ in 0..<40 {
        guard let deed = SessionEvent.allCases.randomElement(using: &dice),
          let actor = Actor.allCases.randomElement(using: &dice), let letter = Self.letters[actor]
        else { continue }
        let step = Step(from: state.code, deed: deed.code)
        seen.insert(step)
        let way = Self.table[step]
        switch state.after(deed, by: actor) {
        case .success(let next):
          #expect(way?.to == next.code && way?.actors.contains(letter) == true, "\(step) by \(actor) to \(next)")
          state = next
          taken += 1
        case .failure(let refusal):
          #expect(way?.actors.contains(letter) != true, "\(step) by \(actor) is refused: \(refusal.reason)")
          #expect(refusal.reason.code == reason(step.from, step.deed, actor), "\(step) by \(actor)")
          refused += 1
        }
      }
    }
    // The walks have tried every deed in every state.
    #expect(seen.count == SessionState.allCases.count * SessionEvent.allCases.count)
    #expect(taken + refused == 400_000 && taken > 10_000)
  }

  @Test func `From wherever a walk stands a meeting that is not over can still end, by the table and by the code`() {
    let over = Set(Self.endings.map(\.1)).union(["cancelled"])
    for state in SessionState.allCases where !over.contains(state.code) {
      var reached: Set<String> = [state.code]
      var frontier = [state.code]
      while let here = frontier.popLast() {
        for (step, way) in Self.table where step.from == here && reached.insert(way.to).inserted {
          frontier.append(way.to)
        }
      }
      #expect(reached.isSuperset(of: over.subtracting(state == .unreported ? ["cancelled"] : [])), "\(state.code)")
    }
  }

  @Test func `The second table holds exactly the steps of the code`() {
    for state in SessionState.allCases {
      for event in SessionEvent.allCases {
        let way = Self.table[Step(from: state.code, deed: event.code)]
        switch state.outcome(of: event) {
        case .becomes(let next, let actors):
          let letters = actors.compactMap { Self.letters[$0] }
          #expect(way?.to == next.code && way.map { Set($0.actors) } == Set(letters), "\(state) \(event)")
        case .refused: #expect(way == nil, "\(state) \(event)")
        }
      }
    }
  }
}
