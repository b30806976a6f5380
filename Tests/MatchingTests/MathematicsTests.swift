import Testing

@testable import Matching

@Suite struct MathematicsTests {
  @Test(arguments: [1e-9, 0.3, 0.999, 1, 1.001, 2, 10, 12345.678])
  func `Logarithm and exponential undo each other`(value: Double) {
    let back = Mathematics.exponential(Mathematics.logarithm(value))
    #expect(abs(back - value) <= 1e-11 * value)
  }

  @Test func `Known values`() {
    #expect(abs(Mathematics.logarithm(10) - 2.302585092994046) < 1e-14)
    #expect(abs(Mathematics.exponential(1) - 2.718281828459045) < 1e-12)
    #expect(abs(Mathematics.decay(from: 100, to: 1, at: 0.5) - 10) < 1e-10)
  }
}
