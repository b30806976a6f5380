/// The descriptors that the service manager passed to this process. Source: sd_listen_fds(3).
package struct ActivationSockets: Sendable, Equatable {
  /// All of them, in the order passed.
  package let all: [ActivationSocket]

  /// The variables that announce descriptors; `LISTEN_PIDFDID` comes with systemd 258.
  static let variables = ["LISTEN_PID", "LISTEN_PIDFDID", "LISTEN_FDS", "LISTEN_FDNAMES"]
  /// Where passed descriptors begin (`SD_LISTEN_FDS_START`).
  static let firstDescriptor: Int32 = 3
  private static let mostDescriptors: UInt64 = 4_096

  /// Takes what was passed: none if nothing was, or if it was meant for another process.
  ///
  /// Marks every descriptor close-on-exec and removes the variables from `environment` and from this process, so that
  /// neither this program nor one that it starts takes them twice; that happens whatever the outcome. Fails with
  /// `malformedVariable` or `descriptorNotOpen`.
  package static func take(
    from environment: inout [String: String], processID: Int32 = currentProcessID()
  ) throws(SystemdError) -> ActivationSockets {
    ProcessEnvironment.unset(variables)
    return try take(from: &environment, processID: processID, firstDescriptor: firstDescriptor)
  }

  /// The same without touching the process's own environment, for descriptors that begin elsewhere.
  static func take(
    from environment: inout [String: String], processID: Int32, firstDescriptor: Int32
  ) throws(SystemdError) -> ActivationSockets {
    let given = environment
    for name in variables { environment[name] = nil }
    guard let processText = given["LISTEN_PID"], let countText = given["LISTEN_FDS"] else {
      return ActivationSockets(all: [])
    }
    guard let process = DecimalText.number(processText), process > 0, process <= UInt64(Int32.max) else {
      throw SystemdError(.malformedVariable, "LISTEN_PID")
    }
    guard process == UInt64(processID) else { return ActivationSockets(all: []) }
    guard let count = DecimalText.number(countText), count <= mostDescriptors else {
      throw SystemdError(.malformedVariable, "LISTEN_FDS")
    }
    let names = try names(given["LISTEN_FDNAMES"], count: Int(count))
    var sockets: [ActivationSocket] = []
    for (index, name) in names.enumerated() {
      sockets.append(try ActivationSocket(name: name, descriptor: firstDescriptor + Int32(index)))
    }
    return ActivationSockets(all: sockets)
  }

  /// The sockets to serve: all of this name; else the only one passed, whatever its name; empty if none was passed.
  ///
  /// A unit with two `ListenStream=` lines passes two of one name. Fails with `noSuchSocket` if several were passed and
  /// none has the name, or if the choice is no Unix stream socket: to serve none then would leave clients waiting.
  package func serving(named name: String) throws(SystemdError) -> [ActivationSocket] {
    let chosen = all.count == 1 ? all : all.filter { $0.name == name }
    guard chosen.isEmpty == all.isEmpty, chosen.allSatisfy({ $0.kind != .other }) else {
      throw SystemdError(.noSuchSocket, name)
    }
    return chosen
  }

  private static func names(_ text: String?, count: Int) throws(SystemdError) -> [String] {
    guard let text else { return Array(repeating: "unknown", count: count) }
    let names = text.isEmpty && count == 0 ? [] : text.split(separator: ":", omittingEmptySubsequences: false)
    guard names.count == count else { throw SystemdError(.malformedVariable, "LISTEN_FDNAMES") }
    return names.map(String.init)
  }
}
