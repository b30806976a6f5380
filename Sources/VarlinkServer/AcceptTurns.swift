import NIOCore
import Varlink

/// Takes accepted connections in by user, one of each a turn of the loop: whoever connects again and again waits for
/// his own connections and keeps nobody else waiting.
///
/// Accepting is cheap beside what follows, so the listener's queue, which knows no users, is emptied at once.
final class AcceptTurns: ChannelInboundHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel

  /// How many are accepted in one turn of the loop.
  static let batch: UInt = 64

  private var waiting = UserQueue<any Channel>()
  private var isToGoOn = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let channel = unwrapInboundIn(data)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    PeerCredentials.peer(of: channel).map { Optional($0.uid) }.recover { _ in nil }.hop(to: context.eventLoop)
      .whenSuccess { uid in
        let (handler, context) = bound.value
        handler.waiting.append(channel, of: uid)
        // Those of this turn are looked at together, when all of them are here.
        handler.goOnLater(context, .zero)
      }
  }

  func channelInactive(context: ChannelHandlerContext) {
    for channel in waiting.removeAll() { channel.close(promise: nil) }
    context.fireChannelInactive()
  }

  private func goOnLater(_ context: ChannelHandlerContext, _ pause: TimeAmount) {
    guard !isToGoOn, !waiting.isEmpty else { return }
    isToGoOn = true
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: pause) {
      let (handler, context) = bound.value
      handler.isToGoOn = false
      for channel in handler.waiting.takeOneOfEach() { context.fireChannelRead(handler.wrapInboundOut(channel)) }
      // What is due at once runs before the loop looks at its sockets again; this is due when it has.
      handler.goOnLater(context, .microseconds(50))
    }
  }
}
