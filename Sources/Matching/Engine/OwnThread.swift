import Glibc

/// A thread of our own: the engine never runs on the cooperative pool, whose two threads serve the sockets.
struct OwnThread: ~Copyable {
  private var handle: pthread_t

  /// Starts a thread, or runs the body at once when the system gives none.
  init(_ body: @escaping @Sendable () -> Void) {
    handle = pthread_t()
    let box = Unmanaged.passRetained(Body(body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 1 << 20)
    let failure = pthread_create(
      &handle, &attributes,
      { argument in
        // The box was retained for exactly this call. A null argument cannot be: it is the box's address.
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    pthread_attr_destroy(&attributes)
    started = failure == 0
    if failure != 0 { box.takeRetainedValue().run() }
  }

  private let started: Bool

  /// Waits for the body's end.
  consuming func join() {
    if started { pthread_join(handle, nil) }
  }

  /// Lets the thread end by itself.
  consuming func detach() {
    if started { pthread_detach(handle) }
  }

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
