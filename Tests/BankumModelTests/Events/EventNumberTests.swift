import BankumModel
import Testing

@Suite("The number of an event")
struct EventNumberTests {
  @Test("holds write and position, and orders by both")
  func parts() {
    let number = EventNumber(write: 1_795_393_800_000, position: 3)
    #expect(number.write == 1_795_393_800_000)
    #expect(number.position == 3)
    #expect(number < EventNumber(write: 1_795_393_800_000, position: 4))
    #expect(EventNumber(write: 1_795_393_800_000, position: 5_000) == .end(ofWrite: 1_795_393_800_000))
    #expect(EventNumber.end(ofWrite: 1) < EventNumber(write: 2, position: 0))
  }

  @Test("is exact in a reader that has only floating-point numbers")
  func exact() {
    // 1 January 2200.
    let number = EventNumber.end(ofWrite: 7_258_118_400_000)
    #expect(Int64(Double(number.value)) == number.value)
    #expect(number.value < 1 << 53)
  }

  @Test("is never negative, whatever a caller asks for")
  func lowest() {
    #expect(EventNumber(-5).value == 0)
  }
}
