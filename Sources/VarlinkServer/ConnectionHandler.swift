import NIOCore
import NIOPosix
import Varlink

/// Drives a `ServerConnection` from a channel: reads, writes, back pressure, deadlines.
///
/// A plain handler instead of an asynchronous sequence of reads: calls that wait for nothing are answered where
/// their bytes arrive, without a hop to another thread. All of it runs on the channel's event loop.
final class ConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let peer: PeerIdentity
  private let limits: ServerLimits
  private let jobs: AsyncStream<CallJob>.Continuation
  private let decoder: NIOThreadPool
  private let observe: @Sendable (ServerEvent) -> Void
  private let flushes: FlushBatch
  var machine: ServerConnection
  private var job: CallJob?
  private var jobsBegun = 0
  private var readIsHeldBack = false
  private var streamsWaiting: [EventLoopPromise<Void>] = []
  private var isAdvancing = false
  private var isToGoOn = false
  private(set) var isClosing = false
  private var permit: ConnectionPermit
  var times = ConnectionTimes()

  init(
    service: VarlinkService, peer: PeerIdentity, limits: ServerLimits, jobs: AsyncStream<CallJob>.Continuation,
    permit: ConnectionPermit, decoder: NIOThreadPool, flushes: FlushBatch,
    observe: @escaping @Sendable (ServerEvent) -> Void
  ) {
    self.permit = permit
    self.peer = peer
    self.limits = limits
    self.jobs = jobs
    self.decoder = decoder
    self.observe = observe
    self.flushes = flushes
    machine = ServerConnection(service: service, peer: peer, limits: limits)
  }

  // MARK: Input

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    unwrapInboundIn(data).withUnsafeReadableBytes { machine.receive($0) }
    advance(context)
  }

  func read(context: ChannelHandlerContext) {
    // A peer that sends faster than it is answered, or that does not read its answers, waits in the kernel; and so does
    // one with a large message while others have theirs in memory.
    let isOrdinary = machine.pendingInputBytes <= permit.ordinaryBytes
    if context.channel.isWritable, isOrdinary || !machine.isWorking && hasTurn(context) {
      context.read()
    } else {
      readIsHeldBack = true
    }
  }

  /// Whether a large message may be read on; if not, reading goes on once it may.
  private func hasTurn(_ context: ChannelHandlerContext) -> Bool {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let mayRead = permit.allows(machine.pendingInputBytes) {
      bound.eventLoop.execute {
        let (handler, context) = bound.value
        guard handler.permit.begin() else { return }
        handler.times.isWaitingForPermit = false
        handler.resumeReading(context)
      }
    }
    times.isWaitingForPermit = permit.isAwaited
    return mayRead
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed:
      machine.endInput()
      advance(context)
    case is StopEvent:
      if let job, job.isSubscription { job.cancel() }
      // A call that has come by now, but was not read yet, is still answered: reading goes on for a moment.
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      context.eventLoop.scheduleTask(in: Self.lastReading) {
        let (handler, context) = bound.value
        guard !handler.isClosing else { return }
        handler.machine.stop()
        handler.advance(context)
      }
    case is AbortEvent:
      if machine.isWorking, !isClosing { observe(.ended(peer, .stopped)) }
      abort(context)
    case is SweepEvent:
      sweep(context)
    default:
      context.fireUserInboundEventTriggered(event)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    leave()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // A reset by the peer: there is nobody to tell.
    leave()
    context.close(promise: nil)
  }

  // MARK: Output

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable {
      times.becameWritable()
      let waiting = streamsWaiting
      streamsWaiting = []
      for promise in waiting { promise.succeed() }
      resumeReading(context)
      advance(context)
    } else {
      times.becameUnwritable()
    }
    context.fireChannelWritabilityChanged()
  }

  /// A reply with `continues`; the promise is kept when there is room for the next.
  func send(
    _ parameters: [UInt8], from number: Int, context: ChannelHandlerContext, promise: EventLoopPromise<Void>
  ) {
    guard number == job?.number else { return promise.fail(CancellationError()) }
    machine.send(parameters)
    writeOutput(context)
    if context.channel.isWritable { promise.succeed() } else { streamsWaiting.append(promise) }
  }

  func finish(_ result: Result<[UInt8], VarlinkError>, from number: Int, context: ChannelHandlerContext) {
    guard number == job?.number else { return }
    if job?.isSubscription == true { context.channel.holdOutput(from: limits.outputBytes) }
    job = nil
    machine.finish(result)
    times.noteAnswer()
    advance(context)
    resumeReading(context)
  }

  func advance(_ context: ChannelHandlerContext) {
    // Writing may change the writability, which leads back here: the loop that is under way goes on.
    guard !isAdvancing else { return }
    isAdvancing = true
    defer { isAdvancing = false }
    while !isClosing {
      // Replies are held back while the peer does not read: the calls behind wait with them.
      guard context.channel.isWritable else {
        writeOutput(context)
        guard context.channel.isWritable else { return }
        continue
      }
      switch machine.advance() {
      case .wait:
        noteInput()
        if machine.pendingInputBytes <= permit.ordinaryBytes, !machine.isWorking { permit.end() }
        return writeOutput(context)
      case .flush:
        writeOutput(context)
        return goOnLater(context)
      case .begin(let work, let isSubscription):
        noteInput()
        writeOutput(context)
        begin(work, isSubscription: isSubscription, context)
        return
      case .hold(let gate, let number):
        hold(gate, number, context)
      case .decode(let message):
        noteInput()
        writeOutput(context)
        return decode(message, context)
      case .close(let fault):
        return end(context, fault.map { .fault($0) })
      }
    }
  }

  /// Goes on in another pass of the loop: thousands of small calls that come at once hold up nobody else.
  private func goOnLater(_ context: ChannelHandlerContext) {
    guard !isToGoOn else { return }
    isToGoOn = true
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    // What is due at once runs before the loop looks at its sockets again; this is due when it has.
    context.eventLoop.scheduleTask(in: .microseconds(50)) {
      bound.value.0.isToGoOn = false
      bound.value.0.goOn(bound.value.1)
    }
  }

  /// Reads a large message on a thread for that alone, one after the other: it holds up nobody but its own connection.
  private func decode(_ message: ArraySlice<UInt8>, _ context: ChannelHandlerContext) {
    decoder.start()
    let limits = machine.jsonLimits
    decoder.runIfActive(eventLoop: context.eventLoop) {
      Result { () throws(VarlinkProtocolFault) in try VarlinkCall(message: message, limits: limits) }
    }
    .assumeIsolated()
    .whenComplete { result in
      guard !self.isClosing else { return }
      // The thread has stopped only when the server has.
      guard case .success(let call) = result else { return self.end(context, .stopped) }
      self.machine.decoded(call)
      self.goOn(context)
    }
  }

  private func writeOutput(_ context: ChannelHandlerContext) {
    let bytes = machine.takeOutput()
    guard !bytes.isEmpty else { return }
    context.write(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
    flushes.add(context)
  }

  private func begin(
    _ work: @escaping ServerConnection.Work, isSubscription: Bool, _ context: ChannelHandlerContext
  ) {
    if isSubscription { context.channel.holdOutput(from: min(limits.subscriptionBytes, limits.outputBytes)) }
    jobsBegun += 1
    let job = CallJob(number: jobsBegun, work: work, isSubscription: isSubscription, handler: self, context: context)
    self.job = job
    if case .terminated = jobs.yield(job) { end(context, .stopped) }
  }

  func resumeReading(_ context: ChannelHandlerContext) {
    guard readIsHeldBack, !isClosing, !permit.isAwaited else { return }
    readIsHeldBack = false
    read(context: context)
  }

  // MARK: Ending

  /// Ends the connection once what was answered is sent.
  private func end(_ context: ChannelHandlerContext, _ ending: ServerEvent.Ending?) {
    guard !isClosing else { return }
    leave()
    if let ending { observe(.ended(peer, ending)) }
    // Earlier output may still wait for the peer, so an empty write is not left out: it ends behind them. A peer that
    // does not read is not waited for longer than ever.
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    let timer = context.eventLoop.scheduleTask(in: TimeAmount(limits.outputDeadline)) {
      bound.value.close(promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: machine.takeOutput())))
      .assumeIsolated().whenComplete { _ in
        timer.cancel()
        bound.value.close(promise: nil)
      }
  }

  /// Ends the connection now; what the kernel does not take is lost.
  private func abort(_ context: ChannelHandlerContext) {
    leave()
    writeOutput(context)
    context.flush()
    context.close(promise: nil)
  }

  private func leave() {
    isClosing = true
    job?.cancel()
    job = nil
    failStreams()
    permit.leave()
  }

  private func failStreams() {
    let waiting = streamsWaiting
    streamsWaiting = []
    for promise in waiting { promise.fail(CancellationError()) }
  }

  // MARK: Deadlines

  private func noteInput() {
    times.noteInput(messagesTaken: machine.messagesTaken, isInsideMessage: machine.isInsideMessage)
  }

  private func sweep(_ context: ChannelHandlerContext) {
    switch times.overdue(at: .now(), limits, isWorking: machine.isWorking) {
    case .outputDeadline?:
      guard !isClosing else { return }
      observe(.ended(peer, .outputDeadline))
      abort(context)
    case let ending?: end(context, ending)
    case nil: break
    }
  }
}
