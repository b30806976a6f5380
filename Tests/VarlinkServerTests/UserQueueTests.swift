import Testing

@testable import VarlinkServer

@Suite("UserQueue")
struct UserQueueTests {
  @Test("gives one of each user a turn, each user's in their order, however many one of them has")
  func turns() {
    var queue = UserQueue<String>()
    for number in 0..<100 { queue.append("a\(number)", of: 1) }
    queue.append("b0", of: 2)
    queue.append("b1", of: 2)
    queue.append("?", of: nil)
    #expect(queue.takeOneOfEach() == ["a0", "b0", "?"])
    queue.append("c0", of: 3)
    #expect(queue.takeOneOfEach() == ["a1", "b1", "c0"])
    queue.append("b2", of: 2)
    #expect(queue.takeOneOfEach() == ["a2", "b2"])
    #expect(queue.removeAll().count == 97)
    #expect(queue.isEmpty)
    #expect(queue.takeOneOfEach().isEmpty)
  }
}
