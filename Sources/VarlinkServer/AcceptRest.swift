import NIOCore

/// Lets a listener rest for a moment when it cannot accept, because no descriptor is left for example.
///
/// The connection that waits keeps the listener ready, so without a rest the loop would turn round and round. NIO's
/// own `AcceptBackoffHandler` puts off the next `read`; the read that failed stays registered, and goes on failing.
final class AcceptRest: ChannelInboundHandler {
  typealias InboundIn = any Channel

  /// How long a rest is.
  static let rest = TimeAmount.milliseconds(250)

  private let observe: @Sendable (ServerEvent) -> Void
  private var isResting = false

  init(observe: @escaping @Sendable (ServerEvent) -> Void) {
    self.observe = observe
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? IOError, let options = context.channel.syncOptions else {
      return context.fireErrorCaught(error)
    }
    guard !isResting else { return }
    isResting = true
    observe(.cannotAccept(errno: error.errnoCode))
    do { try options.setOption(.autoRead, value: false) } catch { return context.close(promise: nil) }
    let bound = NIOLoopBound((handler: self, options: options), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: Self.rest) {
      bound.value.handler.isResting = false
      // Fails only on a listener that was closed in the meantime.
      try? bound.value.options.setOption(.autoRead, value: true)
    }
  }
}
