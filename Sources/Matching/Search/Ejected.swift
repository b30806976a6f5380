/// The requests that one move pushed out: at most eight, without memory of its own.
struct Ejected: BitwiseCopyable {
  /// The most that a move may push out.
  static let most = 8

  private var requests = SIMD8<Int32>(repeating: -1)
  /// How many there are.
  var count = 0

  /// Adds one; the caller has checked the limit.
  @inline(__always)
  mutating func append(_ request: Int32) {
    requests[count] = request
    count += 1
  }

  @inline(__always)
  subscript(index: Int) -> Int32 { requests[index] }

  /// Puts the heaviest first; of equals, the lower request.
  @inline(__always)
  mutating func sort(by weight: (Int32) -> Int) {
    if count < 2 { return }
    for index in 1..<count {
      let request = requests[index]
      var position = index
      while position > 0 {
        let other = requests[position - 1]
        let (heavy, otherHeavy) = (weight(request), weight(other))
        if otherHeavy > heavy || (otherHeavy == heavy && other < request) { break }
        requests[position] = other
        position -= 1
      }
      requests[position] = request
    }
  }
}
