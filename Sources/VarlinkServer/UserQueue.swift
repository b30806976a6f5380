/// Things that wait, by user.
struct UserQueue<Element> {
  private var queues: [UInt32?: [Element]] = [:]
  /// The users in the order in which they came.
  private var order: [UInt32?] = []

  var isEmpty: Bool { order.isEmpty }

  mutating func append(_ element: Element, of user: UInt32?) {
    if queues[user] == nil { order.append(user) }
    queues[user, default: []].append(element)
  }

  /// The first of each user.
  mutating func takeOneOfEach() -> [Element] {
    var taken: [Element] = []
    for user in order {
      guard var queue = queues[user] else { continue }
      taken.append(queue.removeFirst())
      queues[user] = queue.isEmpty ? nil : queue
    }
    order.removeAll { queues[$0] == nil }
    return taken
  }

  mutating func removeAll() -> [Element] {
    defer { self = UserQueue() }
    return order.flatMap { queues[$0] ?? [] }
  }
}
