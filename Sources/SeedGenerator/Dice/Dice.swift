import SeededNumbers

/// Random numbers that give the same row for the same seed and the same purpose, on every machine and with every
/// compiler: nothing of it is left to the standard library.
struct Dice: RandomNumberGenerator {
  private var numbers: SeededGenerator

  /// The row of a purpose: adding draws to one purpose changes nothing in another.
  init(seed: UInt64, purpose: String) {
    // FNV-1a over the purpose (Fowler, Noll, Vo), then mixed with the seed.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    numbers = SeededGenerator(seed: hash ^ (seed &* 0x9E37_79B9_7F4A_7C15))
  }

  mutating func next() -> UInt64 { numbers.next() }

  /// A number from 0 up to and without `limit`, which is at least 1.
  mutating func below(_ limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(max(limit, 1))).high) }

  /// A number of the range.
  mutating func from(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True in so many cases of a thousand.
  mutating func perMille(_ share: Int) -> Bool { below(1000) < share }

  /// One of them; the list is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// One of them, each as often as its weight says; the list is not empty.
  mutating func pick<Element>(_ weighted: [(Element, Int)]) -> Element {
    var left = below(weighted.reduce(0) { $0 + $1.1 })
    for (element, weight) in weighted {
      left -= weight
      if left < 0 { return element }
    }
    return weighted[weighted.count - 1].0
  }

  /// The list in another order.
  mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var result = list
    for index in result.indices.dropFirst().reversed() { result.swapAt(index, below(index + 1)) }
    return result
  }
}
