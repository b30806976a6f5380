/// Logarithm and exponential from additions, multiplications and divisions alone.
///
/// The C library's functions differ in the last bit from version to version; a run has to give the same bytes
/// everywhere.
enum Mathematics {
  private static let logarithmOfTwo = 0.693_147_180_559_945_3

  /// The natural logarithm of a positive normal number, by the series of the inverse hyperbolic tangent.
  static func logarithm(_ value: Double) -> Double {
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    var power = ratio
    var sum = 0.0
    for term in 0..<24 {
      sum += power / Double(2 * term + 1)
      power *= square
    }
    return Double(value.exponent) * logarithmOfTwo + 2 * sum
  }

  /// `e` to the power `value`, for -700 to 700, by halving the argument and squaring the result.
  static func exponential(_ value: Double) -> Double {
    let small = value / 1024
    var term = 1.0
    var sum = 1.0
    for index in 1...10 {
      term *= small / Double(index)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }

  /// From `first` down to `last` in a geometric way, at `progress` 0 to 1.
  static func decay(from first: Double, to last: Double, at progress: Double) -> Double {
    first * exponential(progress * logarithm(last / first))
  }
}
