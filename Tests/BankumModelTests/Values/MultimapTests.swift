import BankumModel
import SeededNumbers
import Testing

@Suite struct MultimapTests {
  @Test("It holds what a table of sets holds")
  func sets() {
    var dice = SeededGenerator(seed: 3)
    var map = Multimap<Int, Int>()
    var sets: [Int: Set<Int>] = [:]
    for _ in 0..<2_000 {
      let (key, value) = (Int.random(in: 0..<300, using: &dice), Int.random(in: 0..<4, using: &dice))
      map.insert(value, at: key)
      sets[key, default: []].insert(value)
    }
    for key in 0..<310 {
      #expect(map[key] == sets[key] ?? [])
      #expect(map.only(key) == (sets[key]?.count == 1 ? sets[key]?.first : nil))
    }
  }
}
