import BankumModel
import Testing

@testable import BankumStore

/// Entries of refusals that wait while nothing can be written.
@Suite struct WaitingEntriesTests {
  private static func refusal(_ uid: UInt32, at second: Int64) -> AuditDraft {
    AuditDraft(
      madeAt: Instant(milliseconds: second), uid: uid, role: "guard", method: "org.bankum.Docket.List",
      targets: ["in-*"], outcome: .refused)
  }

  @Test("what finds no room is counted, one entry a user, and written when there is room again")
  func overflow() throws {
    let ring = try KeyRing(parsing: Array(("1 " + String(repeating: "ab", count: 32)).utf8))
    let tally = RegisterTally(key: 1, names: [])
    var state = WriterState(state: RegisterState(sequence: 0, head: .empty, tally: tally, ring: ring))
    for second in 0..<Int64(WriterState.most) { state.wait(Self.refusal(7, at: second)) }
    for second in 0..<30 as Range<Int64> { state.wait(Self.refusal(second < 20 ? 8 : 9, at: 200_000 + second)) }
    #expect(state.waiting.count == WriterState.most)
    state.wrote(WriterState.most)
    #expect(state.waiting.map(\.uid) == [8, 9])
    #expect(state.waiting.map(\.times) == [20, 10])
    #expect(state.waiting.map(\.madeAt) == [Instant(milliseconds: 200_000), Instant(milliseconds: 200_020)])
    #expect(state.waiting.allSatisfy { $0.method == "*" && $0.targets.isEmpty && $0.outcome == .refused })
    state.wrote(2)
    #expect(state.waiting.isEmpty)
  }
}
