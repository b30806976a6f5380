import NIOCore
import Varlink

extension ConnectionHandler {
  /// Calls the gate of an answer; the answer leaves when it opens, on whichever thread that is.
  func hold(_ gate: ReplyGate, _ number: Int, _ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    gate { error in
      bound.eventLoop.execute {
        let (handler, context) = bound.value
        handler.machine.release(number, error)
        handler.times.noteAnswer()
        handler.goOn(context)
      }
    }
  }

  /// Deals with what has come, and reads on.
  func goOn(_ context: ChannelHandlerContext) {
    guard !isClosing else { return }
    advance(context)
    resumeReading(context)
  }
}
