package import Varlink

/// Why a call came to nothing, as the client tells it.
package enum ClientFailure: Error, Sendable, Equatable {
  /// Nobody could be reached at this address; the `errno` tells why.
  case unreachable(VarlinkAddress, errno: Int32)
  /// The daemon took too long.
  case timedOut
  /// The daemon went away before it answered.
  case lost
  /// What answers there does not speak the protocol, or not this one.
  case notBankum(String)
  /// ssh could not be started.
  case shellMissing(errno: Int32)
  /// ssh ended with this status.
  case shell(host: String, status: Int32)
  /// The daemon answered with an error.
  case error(VarlinkError)
  /// A write was sent and no answer came: it may be done. Asked for with this key it is done once.
  case outcomeUnknown(key: String)

  init(_ error: VarlinkClientError) {
    self =
      switch error {
      case .connect(let address, let number): .unreachable(address, errno: number)
      case .timedOut: .timedOut
      case .disconnected, .transport: .lost
      case .protocolFault(.cutShort): .lost
      case .protocolFault(let fault): .notBankum(fault.code)
      case .error(let error): .error(error)
      case .unexpectedReply(let method, let parameter): .notBankum("\(method): \(parameter)")
      }
  }

  /// Whether a call that was sent may have been done all the same.
  var leavesOutcomeOpen: Bool {
    switch self {
    case .lost, .timedOut, .shell, .outcomeUnknown: true
    case .error(let error): error.name == "org.bankum.Service.OutcomeUnknown"
    case .unreachable, .notBankum, .shellMissing: false
    }
  }
}
