import BankumModel
import SeededNumbers
import Testing

@testable import BankumOffice

@Suite struct EntityListTests {
  @Test("It holds what a table by id holds, in the order in which things came")
  func table() {
    var dice = SeededGenerator(seed: 5)
    var list = EntityList<Room>([])
    var order: [Room] = []
    for _ in 0..<1_000 {
      let id = Room.ID(bits: UInt64.random(in: 0..<60, using: &dice))
      if Bool.random(using: &dice) {
        let name = "\(Int.random(in: 0..<9, using: &dice))"
        let room = Room(id: id, name: name, isConfidential: true, isAccessible: false)
        list.put(room)
        if let place = order.firstIndex(where: { $0.id == id }) { order[place] = room } else { order.append(room) }
      } else {
        list.remove(id)
        order.removeAll { $0.id == id }
      }
      #expect(list.count == order.count && Array(list.values) == order)
      #expect(list[id] == order.first { $0.id == id })
    }
  }
}
