package import Varlink

/// The exit statuses of `bankumctl`: a contract with scripts.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  /// Refused, or not placed, with a reason.
  case refused = 1
  /// Done in part.
  case partly = 2
  /// Wrong usage.
  case usage = 64
  /// Bad input.
  case input = 65
  /// The daemon cannot be reached.
  case unreachable = 69
  /// A fault of the program or the daemon.
  case `internal` = 70
  /// The output could not be written.
  case output = 74
  /// Busy, to be tried again.
  case busy = 75
  /// Not permitted.
  case notPermitted = 77

  /// The status for a call that came to nothing.
  package init(_ failure: ClientFailure) {
    self =
      switch failure {
      case .unreachable, .timedOut, .lost, .shellMissing, .shell: .unreachable
      case .notBankum: .internal
      case .outcomeUnknown: .busy
      case .error(let error): ExitStatus(error)
      }
  }

  /// The status for an error that the daemon answered with.
  package init(_ error: VarlinkError) {
    self =
      switch error.name {
      case "org.varlink.service.PermissionDenied", "org.bankum.Service.NotPermitted": .notPermitted
      case "org.bankum.Service.Refused", "org.bankum.Service.NotFound": .refused
      case "org.bankum.Service.Busy", "org.bankum.Service.NotReady", "org.bankum.Service.OutcomeUnknown": .busy
      case "org.bankum.Service.Invalid", "org.varlink.service.InvalidParameter", "org.varlink.service.MethodNotFound",
        "org.varlink.service.InterfaceNotFound", "org.varlink.service.MethodNotImplemented",
        "org.varlink.service.ExpectedMore":
        .input
      default: .internal
      }
  }
}
