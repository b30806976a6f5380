/// Sets of slots inside one half-day: bit `i` is the half-day's slot `i`.
enum SlotMask {
  /// The lowest `count` bits.
  @inline(__always)
  static func ones(_ count: Int) -> UInt64 { count >= 64 ? .max : (1 &<< UInt64(count)) &- 1 }

  /// Where `duration` slots in a row are in the set: bit `i` is set when `i ..< i + duration` all are.
  @inline(__always)
  static func starts(_ set: UInt64, _ duration: Int) -> UInt64 {
    if duration == 1 { return set }
    if duration == 2 { return set & (set &>> 1) }
    if duration > 64 { return 0 }
    var result = set
    var length = 1
    while length < duration {
      let step = min(length, duration - length)
      result &= result &>> UInt64(step)
      length += step
    }
    return result
  }
}
