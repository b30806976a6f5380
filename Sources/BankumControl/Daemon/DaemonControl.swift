package import BankumAPI

/// What the daemon's assembly does when a method asks for it.
package protocol DaemonControl: Sendable {
  /// Reads the configuration again, and returns when it is in force.
  /// - Returns: the keys that take effect only when the daemon is started again.
  /// - Throws: `ReloadFailure`; then nothing has changed.
  func reload() async throws(ReloadFailure) -> [String]
  /// The connections that are open now.
  var connections: Int { get }
  /// Puts a fault of the daemon's own into its log; nothing personal is in it.
  func report(_ fault: String)
}

/// Why the configuration was not taken over.
package struct ReloadFailure: Error, Sendable {
  /// Everything that is wrong with it.
  package let problems: [InputProblem]

  /// Makes a failure.
  package init(problems: [InputProblem]) {
    self.problems = problems
  }
}
