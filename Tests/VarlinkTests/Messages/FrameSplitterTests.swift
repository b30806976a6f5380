import SeededNumbers
import Testing
import Varlink

@Suite("FrameSplitter")
struct FrameSplitterTests {
  @Test("gives the same messages however the bytes are cut, for two thousand random streams")
  func chunks() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let messages = (0..<Int.random(in: 0..<8, using: &random)).map { _ in
        (0..<Int.random(in: 0..<40, using: &random)).map { _ in UInt8.random(in: 1...255, using: &random) }
      }
      let rest = (0..<Int.random(in: 0..<10, using: &random)).map { _ in UInt8.random(in: 1...255, using: &random) }
      let stream = messages.flatMap { $0 + [0] } + rest
      var splitter = FrameSplitter(limit: 40)
      var found: [[UInt8]] = []
      var start = 0
      while start < stream.count {
        let end = min(stream.count, start + Int.random(in: 1...30, using: &random))
        splitter.append(Array(stream[start..<end]))
        start = end
        // Whoever reads does not always empty it at once.
        while Bool.random(using: &random), let message = try splitter.next() { found.append(Array(message)) }
      }
      while let message = try splitter.next() { found.append(Array(message)) }
      #expect(found == messages)
      #expect(splitter.pendingBytes == rest.count)
    }
  }

  @Test("an empty message is a message")
  func empty() throws {
    var splitter = FrameSplitter(limit: 1)
    splitter.append([0, 0])
    #expect(try splitter.next()?.count == 0)
    #expect(try splitter.next()?.count == 0)
    #expect(try splitter.next() == nil)
  }

  @Test("takes a message of the limit and refuses one byte more, ended or not", arguments: [0, 1, 7, 1_000])
  func limit(limit: Int) throws {
    let long = [UInt8](repeating: 1, count: limit)
    var splitter = FrameSplitter(limit: limit)
    splitter.append(long)
    #expect(try splitter.next() == nil)
    splitter.append([0])
    #expect(try splitter.next()?.count == limit)

    var unfinished = FrameSplitter(limit: limit)
    unfinished.append(long + [1])
    #expect(throws: VarlinkProtocolFault.tooLong(limit: limit)) { try unfinished.next() }

    var finished = FrameSplitter(limit: limit)
    finished.append([1] + long + [0])
    #expect(throws: VarlinkProtocolFault.tooLong(limit: limit)) { try finished.next() }
  }

  @Test("messages before one that is too long still count")
  func before() throws {
    var splitter = FrameSplitter(limit: 2)
    splitter.append([1, 0, 1, 1, 1])
    #expect(try splitter.next() == [1])
    #expect(throws: VarlinkProtocolFault.self) { try splitter.next() }
  }

  @Test("a stream of many messages whose ends never meet the ends of the pieces is still cut right")
  func longRun() throws {
    var splitter = FrameSplitter(limit: 1_000)
    let message = [UInt8](repeating: 7, count: 700)
    var count = 0
    var pending = 0
    for _ in 0..<2_000 {
      // Half of a message always waits, so the buffer is never empty and must be given back in between.
      splitter.append(
        count == 0 && pending == 0
          ? Array(message.prefix(350)) : Array(message.suffix(350)) + [0] + Array(message.prefix(350)))
      while let found = try splitter.next() {
        #expect(found.elementsEqual(message))
        count += 1
      }
      pending = splitter.pendingBytes
      #expect(pending == 350)
    }
    #expect(count == 1_999)
  }
}
