import Glibc

extension ActivationSocket {
  /// The most connections turned away at once; more than a socket's queue holds.
  private static let mostTurnedAway = 65_536

  /// Accepts and closes the connections that wait on a listening socket, and says how many; their clients read the end
  /// of the stream at once.
  ///
  /// For a program that ends because it cannot serve, with an exit status that forbids a restart. Connections left in
  /// the queue would make systemd start it again the moment it is gone, and again, as fast as the machine can.
  @discardableResult
  package func turnAwayWaiting() -> Int {
    guard kind == .listening else { return 0 }
    let flags = fcntl(descriptor, F_GETFL)
    guard flags >= 0, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) >= 0 else { return 0 }
    var count = 0
    while count < Self.mostTurnedAway {
      let connection = accept(descriptor, nil, nil)
      if connection >= 0 {
        close(connection)
        count += 1
      } else if errno != EINTR && errno != ECONNABORTED {
        break
      }
    }
    return count
  }
}
