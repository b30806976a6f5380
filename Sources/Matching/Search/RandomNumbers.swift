/// Random numbers that are the same everywhere. Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable
/// pseudorandom number generators", 2014 (SplitMix64).
struct RandomNumbers: BitwiseCopyable, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Sixty-four random bits.
  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits &>> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits &>> 31)
  }

  /// A number below `count`, which is positive and below 2^32.
  @inline(__always)
  mutating func below(_ count: Int) -> Int {
    Int(truncatingIfNeeded: ((next() &>> 32) &* UInt64(truncatingIfNeeded: count)) &>> 32)
  }
}
