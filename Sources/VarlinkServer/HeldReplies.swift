/// Replies of one connection that wait for their gates, in the order of their calls, each with the output behind it.
///
/// The calls behind a held reply are dealt with: only what goes out keeps the order.
struct HeldReplies {
  private struct Reply {
    let number: Int
    var frame: [UInt8]
    var isOpen = false
    var behind: [UInt8] = []
  }

  /// So many are held at a time, or bytes; then the calls behind wait too.
  private static let most = 64
  private let mostBytes: Int
  private var replies: [Reply] = []
  private var bytes = 0
  private var count = 0

  init(bytes: Int) {
    mostBytes = bytes
  }

  /// Whether nothing waits.
  var isEmpty: Bool { replies.isEmpty }

  /// Whether no more calls are dealt with until one of them leaves.
  var isFull: Bool { replies.count >= Self.most || bytes >= mostBytes }

  /// Holds a reply; the number by which it is opened.
  mutating func hold(_ frame: [UInt8]) -> Int {
    count += 1
    bytes += frame.count
    replies.append(Reply(number: count, frame: frame))
    return count
  }

  /// Puts output behind the last reply that is held; there is one.
  mutating func append(_ output: [UInt8]) {
    bytes += output.count
    replies[replies.count - 1].behind += output
  }

  /// The gate of a reply has opened: what may leave now.
  /// - Parameter instead: the frame that is the answer instead; nil for the held one. A call without an answer, whose
  ///   frame is empty, gets none.
  mutating func open(_ number: Int, instead: [UInt8]?) -> [UInt8] {
    guard let place = replies.firstIndex(where: { $0.number == number && !$0.isOpen }) else { return [] }
    replies[place].isOpen = true
    if let instead, !replies[place].frame.isEmpty {
      bytes += instead.count - replies[place].frame.count
      replies[place].frame = instead
    }
    let leaving = replies.prefix { $0.isOpen }
    var output: [UInt8] = []
    for reply in leaving { output += reply.frame + reply.behind }
    replies.removeFirst(leaving.count)
    bytes -= output.count
    return output
  }
}
