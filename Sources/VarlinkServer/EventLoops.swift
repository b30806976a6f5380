import NIOCore
import NIOPosix

/// The threads that serve connections. Made beforehand they cost the start of a server nothing; a server that was given
/// them also ends them.
public struct EventLoops: Sendable {
  let group: MultiThreadedEventLoopGroup

  /// Starts the threads.
  /// - Parameter threads: one serves tens of thousands of calls a second.
  public init(threads: Int = 1) {
    group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
  }

  /// Ends them, for a server that was never made.
  public func end() async {
    try? await group.shutdownGracefully()
  }
}
