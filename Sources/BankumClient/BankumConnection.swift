package import JSON
package import Varlink

/// The way to the daemon: it is opened with the first call, and again after it was lost.
package final class BankumConnection {
  /// How many times a write is asked for again, with the same key, after its answer was lost.
  static let retries = 3

  private let endpoint: Endpoint
  /// How long one call may take, the way there included; nil waits for ever.
  package var timeout: Duration?
  private var client: VarlinkClient?
  private var shell: SecureShell?
  /// Whether the last call was handed to a connection that was open.
  private var wasSent = false

  /// Called before a write is asked for again, with its key.
  package var retrying: (String) -> Void = { _ in }

  /// A connection that is not open yet; `timeout` is for one call.
  package init(_ endpoint: Endpoint, timeout: Duration? = .seconds(45)) {
    self.endpoint = endpoint
    self.timeout = timeout
  }

  /// Opens the connection unless it is open.
  /// - Throws: `ClientFailure.unreachable`, `.shell`.
  package func open() throws(ClientFailure) -> VarlinkClient {
    if let client { return client }
    let opened: VarlinkClient
    switch endpoint {
    case .socket(let address):
      do throws(VarlinkClientError) {
        opened = try VarlinkClient(address: address, timeout: timeout)
      } catch {
        throw ClientFailure(error)
      }
    case .host(let host):
      let shell = try SecureShell(host: host)
      self.shell = shell
      opened = VarlinkClient(adopting: shell.takeSocket(), timeout: timeout)
      try confirm(opened)
    }
    client = opened
    return opened
  }

  /// Asks over ssh whether the daemon is there, within the time of one call: ssh takes what is sent before it knows
  /// whether the other machine answers, and a write must not be lost on the way without a word.
  /// - Throws: `ClientFailure`.
  private func confirm(_ client: VarlinkClient) throws(ClientFailure) {
    do throws(VarlinkClientError) {
      _ = try client.call("org.bankum.Service.WhoAmI")
    } catch {
      // Whatever answers is there; what it is shows with the call itself.
      if case .error = error { return }
      throw failure(error)
    }
  }

  /// Closes the connection; the next call opens it anew.
  package func close() {
    client = nil
    shell = nil
  }

  /// Calls a method by name.
  /// - Returns: the parameters of the reply, as they came.
  /// - Throws: `ClientFailure`.
  package func call(_ method: String, _ parameters: JSONObject = [:]) throws(ClientFailure) -> JSONObject {
    try attempt { (client) throws(VarlinkClientError) in try client.call(method, parameters) }
  }

  /// Calls a method by name with `more`: see `VarlinkClient.stream`.
  /// - Throws: `ClientFailure`.
  package func stream(
    _ method: String, _ parameters: JSONObject = [:], each: (JSONObject, Bool) -> Bool
  ) throws(ClientFailure) {
    try attempt { (client) throws(VarlinkClientError) in
      client.timeout = nil
      try client.stream(method, parameters, each: each)
    }
  }

  /// Calls a method that writes: when the answer is lost, asks again with the same key, so that it is done once.
  /// - Throws: `ClientFailure`: `.outcomeUnknown` when the write was sent and no answer can be had.
  package func write(
    _ method: String, _ parameters: JSONObject = [:], key: String = IdempotencyKey.make()
  ) throws(ClientFailure) -> JSONObject {
    var parameters = parameters
    parameters["idempotencyKey"] = .string(key)
    var retry = 0
    var mayBeDone = false
    while true {
      do throws(ClientFailure) {
        wasSent = false
        return try call(method, parameters)
      } catch {
        mayBeDone = mayBeDone || leavesOutcomeOpen(error)
        // A daemon that takes too long has the call already: to ask at once would only mean to wait once more.
        guard mayBeDone, error != .timedOut, leavesOutcomeOpen(error), retry < Self.retries else {
          if case .error = error { throw error }
          throw mayBeDone ? .outcomeUnknown(key: key) : error
        }
        retry += 1
        close()
        retrying(key)
      }
    }
  }

  /// Whether the last call may have been done although it failed.
  package func leavesOutcomeOpen(_ error: ClientFailure) -> Bool { wasSent && error.leavesOutcomeOpen }

  /// Sends a call and waits for nothing.
  /// - Throws: `ClientFailure`.
  package func send(_ call: VarlinkCall) throws(ClientFailure) {
    try attempt { (client) throws(VarlinkClientError) in try client.send(call) }
  }

  /// Connects and hands out the bare socket, which the taker closes: for a bridge.
  /// - Throws: `ClientFailure.unreachable`.
  package func openDescriptor() throws(ClientFailure) -> Int32 {
    try open().duplicateDescriptor()
  }

  private func attempt<Success>(
    _ body: (VarlinkClient) throws(VarlinkClientError) -> Success
  ) throws(ClientFailure) -> Success {
    wasSent = false
    let client = try open()
    client.timeout = timeout
    wasSent = true
    do throws(VarlinkClientError) {
      return try body(client)
    } catch {
      // After anything but an answer the connection is out of step.
      if case .error = error { throw ClientFailure(error) }
      throw failure(error)
    }
  }

  /// Closes the connection, and says why the call failed: that ssh has ended says more than that nothing came.
  private func failure(_ error: VarlinkClientError) -> ClientFailure {
    let status = error == .timedOut ? nil : shell?.exitStatusIfEnded()
    close()
    if let status, status != 0 { return .shell(host: shellHost, status: status) }
    return ClientFailure(error)
  }

  private var shellHost: String {
    if case .host(let host) = endpoint { host } else { "" }
  }
}
