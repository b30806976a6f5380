/// Sixty-four bits that stand for content. Equal content, equal hash, on every machine and in every run.
struct ContentHash {
  /// The bits so far.
  private(set) var value: UInt64

  init(_ start: UInt64 = 0x6a09_e667_f3bc_c908) { value = start }

  /// Adds a number; the order of additions counts.
  @inline(__always)
  mutating func add(_ number: UInt64) { value = ContentHash.mix(value &* 0x100_0000_01b3 ^ number) }

  /// Adds a number; the order of additions counts.
  @inline(__always)
  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// Adds numbers as a set: their order does not count.
  mutating func add(set numbers: some Sequence<UInt64>) {
    add(numbers.reduce(UInt64(0)) { $0 &+ ContentHash.mix($1) })
  }

  /// Adds numbers as a set: their order does not count.
  mutating func add(set numbers: some Sequence<Int>) { add(set: numbers.lazy.map { UInt64(bitPattern: Int64($0)) }) }

  /// Adds ranges as a set.
  mutating func add(_ ranges: [SlotRange]) {
    add(set: ranges.lazy.map { ContentHash.mix(UInt64(bitPattern: Int64($0.start << 24 ^ $0.end))) })
  }

  /// Spreads every bit over all (the finaliser of SplitMix64).
  @inline(__always)
  static func mix(_ number: UInt64) -> UInt64 {
    var bits = number &+ 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ (bits &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits &>> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits &>> 31)
  }
}
