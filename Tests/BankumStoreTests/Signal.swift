import Dispatch

/// One thread tells another that something has happened.
final class Signal: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func send() { semaphore.signal() }

  func wait() { semaphore.wait() }
}
