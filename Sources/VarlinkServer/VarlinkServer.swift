import Glibc
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
public import Varlink

/// Serves a `VarlinkService` on Unix sockets.
///
/// Life: `start` binds, `run` does the work of calls until all is over, `stop` (from any thread) ends it: no new
/// connections, calls in flight get `ServerLimits.stopGrace`, then `run` returns. `stop` may come at any time, also
/// before `run`.
public final class VarlinkServer: Sendable {
  /// Connections that may wait to be accepted.
  private static let backlog: Int32 = 1_024

  private struct State {
    var listening: [any Channel] = []
    var ownSockets: [OwnSocket] = []
    var isStopping = false
  }

  private let service: VarlinkService
  private let limits: ServerLimits
  private let messageBytes: @Sendable (PeerIdentity) -> Int?
  private let observe: @Sendable (ServerEvent) -> Void
  private let group: MultiThreadedEventLoopGroup
  /// One for each event loop.
  private let flushes: [NIOLoopBoundBox<FlushBatch>]
  private let directory: ConnectionDirectory
  private let decoder = NIOThreadPool(numberOfThreads: 1)
  private let permits: LargeMessagePermits
  private let jobs: AsyncStream<CallJob>
  private let newJobs: AsyncStream<CallJob>.Continuation
  private let state = NIOLockedValueBox(State())

  /// Makes a server.
  /// - Parameters:
  ///   - loops: the threads that serve connections; they end with the server.
  ///   - messageBytes: how large a peer's messages may be if not as the limits say; asked once for each connection.
  ///   - observe: is told of refusals and endings, on an event loop: it must not wait.
  public init(
    service: VarlinkService, limits: ServerLimits = ServerLimits(), loops: EventLoops = EventLoops(),
    messageBytes: @escaping @Sendable (PeerIdentity) -> Int? = { _ in nil },
    observe: @escaping @Sendable (ServerEvent) -> Void = { _ in }
  ) {
    self.service = service
    self.limits = limits
    self.messageBytes = messageBytes
    self.observe = observe
    group = loops.group
    flushes = group.makeIterator().map { NIOLoopBoundBox.makeBoxSendingValue(FlushBatch(), eventLoop: $0) }
    directory = ConnectionDirectory(limits: limits)
    permits = LargeMessagePermits(limits.largeMessages)
    (jobs, newJobs) = AsyncStream.makeStream()
  }

  /// The open connections.
  public var connections: Int { directory.count }

  /// The bytes of output that wait for peers, of all connections.
  public func queuedOutputBytes() async -> Int {
    var bytes = 0
    for channel in directory.channels {
      // A channel that has closed meanwhile holds none.
      bytes += (try? await channel.getOption(.bufferedWritableBytes).get()) ?? 0
    }
    return bytes
  }

  /// Opens the listeners; clients can connect when it returns.
  /// - Throws: `ListenerFault`, after closing what was opened.
  public func start(_ listeners: [Listener]) async throws {
    do {
      for listener in listeners { try await open(listener) }
    } catch {
      stop()
      throw error
    }
    for loop in group.makeIterator() {
      loop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { [directory] _ in
        for channel in directory.channels where channel.eventLoop === loop {
          channel.pipeline.fireUserInboundEventTriggered(ConnectionHandler.SweepEvent())
        }
      }
    }
  }

  /// Does the work of calls that are not answered at once, until the server has stopped.
  public func run() async {
    await withDiscardingTaskGroup { tasks in
      for await job in jobs { tasks.addTask { await job.run() } }
      // The last connection has gone; what is still at work has nobody to answer to.
      tasks.cancelAll()
    }
    // The loops go last: what the thread has read is handed to them.
    try? await decoder.shutdownGracefully()
    try? await group.shutdownGracefully()
  }

  /// Begins to stop; `run` returns when all is over.
  public func stop() {
    let opened = state.withLockedValue { state -> State? in
      guard !state.isStopping else { return nil }
      state.isStopping = true
      return state
    }
    guard let opened else { return }
    // The names go first, so that a successor may take them while calls in flight go on.
    for socket in opened.ownSockets { socket.removeFile() }
    for channel in opened.listening { channel.close(promise: nil) }
    directory.refuseNew()
    tellAll(ConnectionHandler.StopEvent())
    group.next().scheduleTask(in: TimeAmount(limits.stopGrace)) { self.tellAll(ConnectionHandler.AbortEvent()) }
    // The loops live until `run` sees this end, so it comes last.
    directory.whenEmpty { [newJobs] in newJobs.finish() }
  }

  /// Goes once through every loop that does work, and comes back: for a watchdog that is to be fed only while the
  /// loops run.
  public func probe() async throws {
    for loop in group.makeIterator() { try await loop.submit {}.get() }
  }

  private func tellAll(_ event: any Sendable) {
    for channel in directory.channels {
      channel.eventLoop.execute { channel.pipeline.fireUserInboundEventTriggered(event) }
    }
  }

  // MARK: Opening

  private func open(_ listener: Listener) async throws {
    switch listener {
    case .address(let address, let mode):
      let socket = try OwnSocket.listen(address, mode: mode, backlog: Self.backlog)
      let channel: any Channel
      do { channel = try await bootstrap.withBoundSocket(socket.descriptor).get() } catch {
        socket.removeFile()
        throw ListenerFault(binding: address, error)
      }
      keep(channel, socket)
    case .listening(let descriptor):
      try ListenerFault.check(descriptor, isListening: true)
      do { keep(try await bootstrap.withBoundSocket(descriptor).get()) } catch {
        throw ListenerFault(descriptor: descriptor, error)
      }
    case .connected(let descriptor):
      try ListenerFault.check(descriptor, isListening: false)
      let connecting = ClientBootstrap(group: group)
        .channelOption(.allowRemoteHalfClosure, value: true)
        .channelOption(.writeBufferWaterMark, value: waterMark)
        .channelInitializer { channel in self.receive(channel) }
        .withConnectedSocket(descriptor)
      let channel: any Channel
      do { channel = try await connecting.get() } catch { throw ListenerFault(descriptor: descriptor, error) }
      channel.closeFuture.whenComplete { _ in self.stop() }
    }
  }

  private func keep(_ channel: any Channel, _ socket: OwnSocket? = nil) {
    let isStopping = state.withLockedValue { state in
      state.listening.append(channel)
      if let socket { state.ownSockets.append(socket) }
      return state.isStopping
    }
    guard isStopping else { return }
    socket?.removeFile()
    channel.close(promise: nil)
  }

  private var waterMark: ChannelOptions.Types.WriteBufferWaterMark { .upTo(limits.outputBytes) }

  private var bootstrap: ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: Self.backlog)
      .serverChannelOption(.maxMessagesPerRead, value: AcceptTurns.batch)
      .serverChannelInitializer { [observe] channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandlers(AcceptRest(observe: observe), AcceptTurns())
        }
      }
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.writeBufferWaterMark, value: waterMark)
      // A little of each connection at a time: what one of them floods the loop with, others wait for.
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(
        .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 1 << 10, initial: 1 << 11, maximum: 1 << 14)
      )
      .childChannelInitializer { channel in self.receive(channel) }
  }

  /// Finds out who it is, and takes the connection in or closes it without a word: Varlink has none for this.
  private func receive(_ channel: any Channel) -> EventLoopFuture<Void> {
    PeerCredentials.peer(of: channel).map(Optional.some).recover { _ in nil }.flatMap { peer in
      guard let peer else { return self.refuse(channel, nil, .unknownPeer) }
      if let refusal = self.directory.admit(channel, peer) { return self.refuse(channel, peer, refusal) }
      channel.closeFuture.whenComplete { [directory = self.directory] _ in directory.remove(channel) }
      return channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(
          ConnectionHandler(
            service: self.service, peer: peer, limits: self.limits(of: peer), jobs: self.newJobs,
            permit: ConnectionPermit(self.permits, ordinaryBytes: self.limits.messageBytes), decoder: self.decoder,
            flushes: try self.flushes(of: channel.eventLoop), observe: self.observe))
      }
    }
  }

  private func limits(of peer: PeerIdentity) -> ServerLimits {
    var limits = limits
    if let bytes = messageBytes(peer) { limits.messageBytes = bytes }
    return limits
  }

  private func flushes(of eventLoop: any EventLoop) throws -> FlushBatch {
    guard let box = flushes.first(where: { $0.eventLoop === eventLoop }) else {
      throw EventLoopError.unsupportedOperation
    }
    return box.value
  }

  private func refuse(
    _ channel: any Channel, _ peer: PeerIdentity?, _ refusal: ServerEvent.Refusal
  ) -> EventLoopFuture<Void> {
    observe(.refused(peer, refusal))
    return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
  }
}

extension ChannelOptions.Types.WriteBufferWaterMark {
  /// Output is held back from so many bytes on, until a quarter of them is left.
  static func upTo(_ bytes: Int) -> Self {
    Self(low: max(1, bytes / 4), high: max(1, bytes))
  }
}

extension Channel {
  /// From how many bytes that wait for the peer on a reply is held back; on the channel's event loop.
  func holdOutput(from bytes: Int) {
    // Fails only on a channel that is closed.
    try? syncOptions?.setOption(.writeBufferWaterMark, value: .upTo(bytes))
  }
}
