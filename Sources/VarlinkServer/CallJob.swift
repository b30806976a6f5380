import NIOCore
import Varlink

/// A call that is answered by work in a task of its own: the bridge between the event loop and the task.
struct CallJob: Sendable {
  /// Which call of its connection it is: work that outlives its call has no voice in the next one.
  let number: Int
  /// Whether the work goes on until it is cancelled.
  let isSubscription: Bool
  private let work: ServerConnection.Work
  private let eventLoop: any EventLoop
  private let connection: NIOLoopBound<(handler: ConnectionHandler, context: ChannelHandlerContext)>
  private let ends: AsyncStream<Void>
  private let end: AsyncStream<Void>.Continuation

  init(
    number: Int, work: @escaping ServerConnection.Work, isSubscription: Bool, handler: ConnectionHandler,
    context: ChannelHandlerContext
  ) {
    self.number = number
    self.work = work
    self.isSubscription = isSubscription
    eventLoop = context.eventLoop
    connection = NIOLoopBound((handler, context), eventLoop: eventLoop)
    (ends, end) = AsyncStream.makeStream()
  }

  /// The connection has gone, or a subscription is to end: the work is cancelled.
  func cancel() {
    end.finish()
  }

  /// Does the work and hands its result to the connection. The work is cancelled with this task, or when the
  /// connection goes.
  func run() async {
    let result = await withTaskGroup(of: Result<[UInt8], VarlinkError>?.self) { group in
      group.addTask { await self.answer() }
      group.addTask {
        for await _ in self.ends {}
        return nil
      }
      // Whichever ends first ends the other; work that is cancelled still says its last word.
      var result = await group.next() ?? nil
      group.cancelAll()
      while let other = await group.next() { result = result ?? other }
      return result
    }
    guard let result else { return }
    eventLoop.execute { connection.value.handler.finish(result, from: number, context: connection.value.context) }
  }

  private func answer() async -> Result<[UInt8], VarlinkError> {
    do throws(VarlinkError) {
      return .success(try await work(Sink(number: number, eventLoop: eventLoop, connection: connection)))
    } catch {
      return .failure(error)
    }
  }

  private struct Sink: ReplySink {
    let number: Int
    let eventLoop: any EventLoop
    let connection: NIOLoopBound<(handler: ConnectionHandler, context: ChannelHandlerContext)>

    func send(_ parameters: [UInt8]) async throws(CancellationError) {
      guard !Task.isCancelled else { throw CancellationError() }
      let promise = eventLoop.makePromise(of: Void.self)
      eventLoop.execute {
        connection.value.handler.send(
          parameters, from: number, context: connection.value.context, promise: promise)
      }
      do { try await promise.futureResult.get() } catch { throw CancellationError() }
    }
  }
}
