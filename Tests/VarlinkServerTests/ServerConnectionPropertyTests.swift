import SeededNumbers
import Testing
import Varlink

@testable import VarlinkServer

/// What a peer may send, each with the plain words of what has to come of it.
private enum Message: CaseIterable {
  case echo, fail, onewayEcho, onewayFail, later, laterMore, onewayLater, subscription, broken

  /// The kinds that are dealt out; a broken one is rare, since nothing is looked at behind it.
  static func random(using dice: inout SeededGenerator) -> Message {
    if Int.random(in: 0..<40, using: &dice) == 0 { return .broken }
    return allCases.dropLast().randomElement(using: &dice) ?? .echo
  }

  func bytes(_ number: Int) -> [UInt8] {
    let text =
      switch self {
      case .echo: #"{"method":"a.b.Echo","parameters":{"n":\#(number)}}"#
      case .fail: #"{"method":"a.b.Fail"}"#
      case .onewayEcho: #"{"method":"a.b.Echo","oneway":true}"#
      case .onewayFail: #"{"oneway":true,"method":"a.b.None"}"#
      case .later: #"{"method":"a.b.Later"}"#
      case .laterMore: #"{"method":"a.b.Later","more":true}"#
      case .onewayLater: #"{"method":"a.b.Later","oneway":true}"#
      case .subscription: #"{"method":"a.b.Watch","more":true}"#
      case .broken: #"{"method":1}"#
      }
    return Array(text.utf8) + [0]
  }

  var isWork: Bool { [.later, .laterMore, .onewayLater, .subscription].contains(self) }
  var isSilent: Bool { [.onewayEcho, .onewayFail, .onewayLater].contains(self) }
  var isMore: Bool { self == .laterMore || self == .subscription }

  func reply(_ number: Int) -> String {
    switch self {
    case .echo: #"{"parameters":{"n":\#(number)}}"#
    case .fail: #"{"error":"a.b.Failed"}"#
    case .onewayEcho, .onewayFail, .onewayLater, .broken: ""
    case .later, .laterMore, .subscription: #"{"parameters":{"done":\#(number)}}"#
    }
  }
}

/// The connection in plain words: messages are looked at in order, one at a time, as far as they have arrived.
private struct Model {
  let messages: [Message]
  let sizes: [Int]
  var arrived = 0
  var next = 0
  var working: Int?
  var inputHasEnded = false
  var isStopping = false
  var isClosed = false
  var replies: [String] = []
  var fault: VarlinkProtocolFault?

  init(_ messages: [Message], sizes: [Int]) {
    self.messages = messages
    self.sizes = sizes
  }

  /// Whole messages that have arrived.
  var available: Int {
    var end = 0
    for (index, size) in sizes.enumerated() {
      end += size
      if end > arrived { return index }
    }
    return sizes.count
  }

  mutating func advance() {
    while working == nil, !isClosed {
      if isStopping {
        isClosed = true
      } else if next < available {
        let message = messages[next]
        next += 1
        if message == .broken {
          isClosed = true
          fault = .wrongType(key: "method")
        } else if message.isWork {
          working = next - 1
        } else if !message.isSilent {
          replies.append(message.reply(next - 1))
        }
      } else if inputHasEnded {
        isClosed = true
        if sizes[..<available].reduce(0, +) < arrived { fault = .cutShort }
      } else {
        return
      }
    }
  }

  mutating func finish() {
    guard let number = working else { return }
    working = nil
    if !messages[number].isSilent { replies.append(messages[number].reply(number)) }
  }
}

@Suite("ServerConnection, dealt at random")
struct ServerConnectionPropertyTests {
  @Test("does what the model does, in whatever order bytes, work, end and stop come", arguments: 0..<16)
  func model(_ part: Int) {
    for seed in part * 60..<(part + 1) * 60 {
      var dice = SeededGenerator(seed: UInt64(seed))
      let messages = (0..<Int.random(in: 0...30, using: &dice)).map { _ in Message.random(using: &dice) }
      play(messages, seed, &dice)
    }
  }

  private func play(_ messages: [Message], _ seed: Int, _ dice: inout SeededGenerator) {
    let frames = messages.enumerated().map { $1.bytes($0) }
    let bytes = frames.flatMap(\.self)
    var model = Model(messages, sizes: frames.map(\.count))
    // A small mark of output, so that batches end in the middle.
    var connection = ServerConnection(
      service: .machine, peer: PeerIdentity(uid: 1, gid: 1, pid: 1),
      limits: ServerLimits(outputBytes: Int.random(in: 1...100, using: &dice)),
      largeMessage: Int.random(in: 0...120, using: &dice))
    var output: [UInt8] = []

    func agree() -> Bool {
      let replies = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      #expect(replies == model.replies, "seed \(seed)")
      #expect(connection.isWorking == (model.working != nil), "seed \(seed)")
      return replies == model.replies
    }

    func advance() {
      model.advance()
      while true {
        let step = connection.advance()
        output += connection.takeOutput()
        switch step {
        case .flush: continue
        case .decode(let message):
          // Nothing is looked at while a message is read.
          guard case .wait = connection.advance() else {
            Issue.record("seed \(seed): a second step while reading")
            return
          }
          let limits = connection.jsonLimits
          connection.decoded(
            Result { () throws(VarlinkProtocolFault) in try VarlinkCall(message: message, limits: limits) })
          continue
        case .begin(_, let isSubscription):
          #expect(model.working.map { messages[$0] == .subscription } == isSubscription, "seed \(seed)")
          // Nothing is looked at while a call is under way.
          guard case .wait = connection.advance() else {
            Issue.record("seed \(seed): a second step while working")
            return
          }
        case .hold:
          Issue.record("seed \(seed): nothing of this service is held")
        case .wait:
          #expect(!model.isClosed, "seed \(seed): waits instead of closing")
        case .close(let fault):
          #expect(model.isClosed && model.fault == fault, "seed \(seed): closes with \(String(describing: fault))")
        }
        return
      }
    }

    for _ in 0..<400 where !model.isClosed {
      switch Int.random(in: 0..<100, using: &dice) {
      case 0..<50 where !model.inputHasEnded:
        let end = min(bytes.count, model.arrived + Int.random(in: 0...60, using: &dice))
        bytes[model.arrived..<end].withUnsafeBytes { connection.receive($0) }
        model.arrived = end
        // The driver asks after each read, mostly; the machine must not rely on it.
        if Bool.random(using: &dice) { advance() }
      case 50..<70:
        advance()
      case 70..<85:
        if let number = model.working {
          connection.finish(.success(Array(#"{"done":\#(number)}"#.utf8)))
          model.finish()
          output += connection.takeOutput()
        } else {
          // Nothing is under way: a word too many is not heard.
          connection.finish(.success([]))
        }
      case 85..<95:
        connection.send(Array(#"{"n":0}"#.utf8))
        if let number = model.working, messages[number].isMore {
          model.replies.append(#"{"parameters":{"n":0},"continues":true}"#)
        }
        output += connection.takeOutput()
      case 95..<98 where model.arrived == bytes.count || Int.random(in: 0..<10, using: &dice) == 0:
        connection.endInput()
        model.inputHasEnded = true
      case 98..<100 where Int.random(in: 0..<10, using: &dice) == 0:
        connection.stop()
        model.isStopping = true
      default:
        continue
      }
      // One disagreement a seed is enough to read.
      guard agree() else { return }
    }

    // Nothing comes out of a closed connection, whatever goes in.
    guard model.isClosed else { return }
    bytes.withUnsafeBytes { connection.receive($0) }
    connection.send([])
    connection.finish(.success([]))
    #expect(connection.takeOutput().isEmpty && connection.pendingInputBytes <= bytes.count, "seed \(seed)")
  }
}

extension VarlinkService {
  fileprivate static let machine = VarlinkService(
    information: ServiceInformation(vendor: "v", product: "p", version: "1", url: "u"), interfaces: [],
    methods: VarlinkService.echoMethods + [
      ServedMethod(
        name: "a.b.Fail",
        answer: .immediate { (_, _) throws(VarlinkError) in throw VarlinkError(name: "a.b.Failed") }),
      ServedMethod(
        name: "a.b.Watch", requiresMore: true, answer: .later { (_, _, _) async throws(VarlinkError) in [] }),
    ])
}
