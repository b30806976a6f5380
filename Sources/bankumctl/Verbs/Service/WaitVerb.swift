import BankumAPI
import BankumClient
import BankumWords
import Glibc
import JSON
import Varlink

/// `wait`: returns when the daemon answers and is ready.
enum WaitVerb {
  private static let timeout = VerbDescription.Option("--timeout", value: .number)

  static let description = VerbDescription(
    "wait", options: [timeout], summary: .helpWaitSummary, help: .helpWait
  ) { (invocation) throws(Complaint) in
    let seconds = invocation.options[timeout.key].flatMap { Int($0) }
    let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    while true {
      if let deadline {
        // A daemon that hangs does not answer: no call waits much longer than the user wants to.
        invocation.connection.timeout = min(.seconds(45), max(.seconds(1), deadline - ContinuousClock.now))
      }
      let failure = attempt(invocation)
      guard let failure else { break }
      if let deadline, ContinuousClock.now >= deadline {
        throw Complaint(
          .waitTimedOut(seconds: seconds ?? 0), hint: failure.hint, status: .unreachable)
      }
      // What does not pass by waiting is told at once.
      guard failure.status == .unreachable || failure.status == .busy else { throw failure }
      usleep(20_000)
    }
    if invocation.output.isJSON { invocation.output.json(["state": .string("running")]) }
    return .done
  }

  /// Asks once.
  /// - Returns: why the daemon is not ready, nil when it is.
  private static func attempt(_ invocation: Invocation) -> Complaint? {
    defer { invocation.connection.close() }
    do throws(Complaint) {
      let status = try invocation.call(ServiceInterface.GetStatus.self, ServiceInterface.GetStatus.Input()).value
      guard status.state == .running || status.state == .reloading else {
        return Complaint(.errorNotReady(state: .serviceState(status.state)), status: .busy)
      }
      return nil
    } catch {
      // A caller without a role may not ask how the daemon is; that it answers is then all there is to know.
      return error.status == .notPermitted ? nil : error
    }
  }
}
