import JSON
import Varlink

/// One connection as a state machine: bytes in, bytes and work out. It knows no socket, no clock and no thread,
/// so that its order is tested as it is.
///
/// Replies come in the order of the calls: a call is looked at only once the one before it is answered, or its answer is
/// made and waits for its gate.
struct ServerConnection {
  typealias Work = @Sendable (any ReplySink) async throws(VarlinkError) -> [UInt8]

  /// What the driver is to do next.
  enum Step {
    /// Wait: for bytes, for the work, or for the end.
    case wait
    /// Let the output go, then ask again: there may be more to do.
    case flush
    /// Read this message elsewhere, and say `decoded`: it is so large that others would wait for it.
    case decode(ArraySlice<UInt8>)
    /// Do this in a task of its own, and say `finish` when it is done.
    case begin(Work, isSubscription: Bool)
    /// Call this gate, go on, and say `release` with the number when the gate opens.
    case hold(ReplyGate, number: Int)
    /// Send the output, then close; the fault is nil for a peer that ended as it should.
    case close(VarlinkProtocolFault?)
  }

  private enum State: Equatable {
    /// Calls are taken.
    case ready
    /// A large message is being read elsewhere.
    case decoding
    /// A call is under way.
    case working(VarlinkCall.Mode)
    /// No call is taken any more; what is held still leaves.
    case ending(VarlinkProtocolFault?)
    case closed
  }

  private let service: VarlinkService
  private let peer: PeerIdentity
  /// What a call may look like.
  let jsonLimits: JSONLimits
  private let outputBatch: Int
  private let largeMessage: Int
  private var frames: FrameSplitter
  private var decodedCall: Result<VarlinkCall, VarlinkProtocolFault>?
  private var state = State.ready
  private var held: HeldReplies
  private var inputHasEnded = false
  private var isStopping = false

  /// The bytes above which a message is not read on the event loop: some milliseconds of parsing.
  static let largeMessage = 1 << 16

  /// Replies that wait to be sent; the driver takes them.
  private(set) var output: [UInt8] = []

  /// How many whole messages have come.
  private(set) var messagesTaken = 0

  init(
    service: VarlinkService, peer: PeerIdentity, limits: ServerLimits, largeMessage: Int = ServerConnection.largeMessage
  ) {
    self.largeMessage = largeMessage
    self.service = service
    self.peer = peer
    jsonLimits = JSONLimits(bytes: limits.messageBytes, depth: limits.messageDepth)
    outputBatch = min(1 << 16, limits.outputBytes)
    held = HeldReplies(bytes: outputBatch)
    frames = FrameSplitter(limit: limits.messageBytes)
  }

  /// Bytes that came and are not yet dealt with.
  var pendingInputBytes: Int { frames.pendingBytes }

  /// Whether a call is under way, or being read, or its answer waits for its gate.
  var isWorking: Bool {
    switch state {
    case .working, .decoding: true
    case .ready, .ending, .closed: !held.isEmpty
    }
  }

  /// Whether the peer is in the middle of sending a call: nothing is under way and bytes wait for their NUL.
  var isInsideMessage: Bool { state == .ready && !held.isFull && frames.pendingBytes > 0 }

  mutating func receive(_ bytes: UnsafeRawBufferPointer) {
    switch state {
    case .ready, .decoding, .working: frames.append(bytes)
    case .ending, .closed: return
    }
  }

  /// The peer will send no more; what it has sent is still answered.
  mutating func endInput() {
    inputHasEnded = true
  }

  /// The server stops: the call under way is the last one.
  mutating func stop() {
    isStopping = true
  }

  mutating func takeOutput() -> [UInt8] {
    let taken = output
    output = []
    return taken
  }

  /// Goes on with the next call, if there is one to go on with.
  mutating func advance() -> Step {
    if case .ending(let fault) = state { return close(fault) }
    while state == .ready {
      if held.isFull { return .wait }
      // A large call that was still being read when the server was told to stop has come before.
      if isStopping, decodedCall == nil { return close(nil) }
      if output.count >= outputBatch { return .flush }
      do throws(VarlinkProtocolFault) {
        if let call = decodedCall {
          decodedCall = nil
          if let step = handle(try call.get()) { return step }
          continue
        }
        guard let message = try frames.next() else {
          guard inputHasEnded else { return .wait }
          return close(frames.pendingBytes > 0 ? .cutShort : nil)
        }
        messagesTaken += 1
        guard message.count <= largeMessage else {
          state = .decoding
          return .decode(message)
        }
        if let step = handle(try VarlinkCall(message: message, limits: jsonLimits)) { return step }
      } catch {
        return close(error)
      }
    }
    return .wait
  }

  /// The large message was read; the next `advance` goes on with it.
  mutating func decoded(_ call: Result<VarlinkCall, VarlinkProtocolFault>) {
    guard state == .decoding else { return }
    state = .ready
    decodedCall = call
    // What is large is held once, as values, while the call is under way.
    frames.giveBack()
  }

  /// The work of the call under way sent a reply that is not its last.
  mutating func send(_ parameters: [UInt8]) {
    guard case .working(.more) = state else { return }
    put { VarlinkReply.append(parameters: parameters, continues: true, to: &$0) }
  }

  /// The gate of an answer has opened.
  /// - Parameter error: the answer instead; nil when the held one may leave.
  mutating func release(_ number: Int, _ error: VarlinkError?) {
    let instead = error.map { error in
      var frame: [UInt8] = []
      VarlinkReply.append(error: error, to: &frame)
      return frame
    }
    output += held.open(number, instead: instead)
  }

  /// The work of the call under way is done.
  mutating func finish(_ result: Result<[UInt8], VarlinkError>) {
    guard case .working(let mode) = state else { return }
    state = .ready
    answer(result, mode)
  }

  private mutating func handle(_ call: VarlinkCall) -> Step? {
    switch service.dispatch(call, from: peer) {
    case .reply(let result):
      answer(result, call.mode)
      return nil
    case .held(let parameters, let gate):
      var frame: [UInt8] = []
      if call.mode != .oneway { VarlinkReply.append(parameters: parameters, continues: false, to: &frame) }
      return .hold(gate, number: held.hold(frame))
    case .work(let work, let isSubscription):
      state = .working(call.mode)
      return .begin(work, isSubscription: isSubscription)
    }
  }

  private mutating func answer(_ result: Result<[UInt8], VarlinkError>, _ mode: VarlinkCall.Mode) {
    guard mode != .oneway else { return }
    put { output in
      switch result {
      case .success(let parameters): VarlinkReply.append(parameters: parameters, continues: false, to: &output)
      case .failure(let error): VarlinkReply.append(error: error, to: &output)
      }
    }
  }

  /// Writes output, behind what is held.
  private mutating func put(_ write: (inout [UInt8]) -> Void) {
    guard !held.isEmpty else { return write(&output) }
    var bytes: [UInt8] = []
    write(&bytes)
    held.append(bytes)
  }

  private mutating func close(_ fault: VarlinkProtocolFault?) -> Step {
    guard held.isEmpty else {
      state = .ending(fault)
      return .wait
    }
    state = .closed
    return .close(fault)
  }
}
