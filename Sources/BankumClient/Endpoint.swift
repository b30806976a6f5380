package import Varlink

/// Where the daemon is.
package enum Endpoint: Sendable, Equatable {
  /// On this machine.
  case socket(VarlinkAddress)
  /// On another one, as this account there: `USER@HOST` or `HOST`, as ssh takes it.
  case host(String)

  /// The socket of the system's daemon.
  package static let standardSocket = "/run/bankum/org.bankum"
}
