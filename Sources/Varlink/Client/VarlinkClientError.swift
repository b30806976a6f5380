/// Why a call came to nothing.
public enum VarlinkClientError: Error, Sendable, Equatable {
  /// Nobody could be reached there; the `errno` tells why.
  case connect(VarlinkAddress, errno: Int32)
  /// The service took longer than the caller wanted to wait. Whether it did the work is not known.
  case timedOut
  /// The service closed the connection before it answered. Whether it did the work is not known.
  case disconnected
  /// Reading or writing failed.
  case transport(errno: Int32)
  /// The service broke the protocol.
  case protocolFault(VarlinkProtocolFault)
  /// The service answered with an error.
  case error(VarlinkError)
  /// The reply does not have the shape that the interface declares.
  case unexpectedReply(method: String, parameter: String)
}
