public import JSON

/// A connection to a service that calls and waits: one thread, no event loop, no Foundation.
///
/// Replies come in the order of the calls, so `send` may be called several times before `receive` (pipelining).
/// A fault of the protocol or a timeout leaves the connection out of step: make a new one.
public final class VarlinkClient {
  private let socket: UnixSocket
  private let limits: JSONLimits
  private var frames: FrameSplitter

  /// How long one call may take, from sending to the last byte of each reply; nil waits for ever.
  public var timeout: Duration?

  /// The largest reply taken unless said otherwise: 16 MiB, as in systemd.
  public static let replyLimit = 16 << 20

  /// Connects.
  /// - Throws: `VarlinkClientError.connect`, or `.timedOut` when the service does not accept in time.
  public init(
    address: VarlinkAddress, timeout: Duration? = .seconds(45), replyLimit: Int = VarlinkClient.replyLimit
  ) throws(VarlinkClientError) {
    self.timeout = timeout
    limits = JSONLimits(bytes: replyLimit, depth: 64)
    frames = FrameSplitter(limit: replyLimit)
    socket = try UnixSocket.connect(to: address, deadline: Deadline(timeout))
  }

  /// Takes over a connected stream socket, such as one end of a pair whose other end a child process holds; it is
  /// closed with the client.
  public init(
    adopting descriptor: Int32, timeout: Duration? = .seconds(45), replyLimit: Int = VarlinkClient.replyLimit
  ) {
    self.timeout = timeout
    limits = JSONLimits(bytes: replyLimit, depth: 64)
    frames = FrameSplitter(limit: replyLimit)
    socket = UnixSocket(adopting: descriptor)
  }

  /// Another descriptor of the connection, which the taker closes: for passing bytes on as they are.
  public func duplicateDescriptor() -> Int32 {
    socket.duplicate()
  }

  /// Sends a call and does not wait.
  /// - Throws: `VarlinkClientError`.
  public func send(_ call: VarlinkCall) throws(VarlinkClientError) {
    try socket.send(call.frame, deadline: Deadline(timeout))
  }

  /// Waits for the next reply.
  /// - Throws: `VarlinkClientError`; an error reply is no throw here.
  public func receive() throws(VarlinkClientError) -> VarlinkReply {
    let deadline = Deadline(timeout)
    while true {
      do throws(VarlinkProtocolFault) {
        if let message = try frames.next() { return try VarlinkReply(message: message, limits: limits) }
      } catch {
        throw .protocolFault(error)
      }
      let bytes = try socket.receive(deadline: deadline)
      guard !bytes.isEmpty else {
        throw frames.pendingBytes == 0 ? .disconnected : .protocolFault(.cutShort)
      }
      frames.append(bytes)
    }
  }

  /// Calls a method by name and waits for its one reply.
  /// - Throws: `VarlinkClientError`, `.error` for an error reply.
  public func call(_ method: String, _ parameters: JSONObject = [:]) throws(VarlinkClientError) -> JSONObject {
    try send(VarlinkCall(method: method, parameters: parameters))
    switch try receive() {
    case .success(let parameters, continues: false): return parameters
    case .success(_, continues: true): throw .protocolFault(.unexpectedReply)
    case .failure(let error): throw .error(error)
    }
  }

  /// Calls a method by name with `more`.
  /// - Parameter each: gets each reply and whether more follow; it ends the stream early with `false`, after which
  ///   the client is of no more use.
  /// - Throws: `VarlinkClientError`, `.error` for an error reply.
  public func stream(
    _ method: String, _ parameters: JSONObject = [:], each: (JSONObject, Bool) -> Bool
  ) throws(VarlinkClientError) {
    try send(VarlinkCall(method: method, parameters: parameters, mode: .more))
    while true {
      switch try receive() {
      case .success(let parameters, let continues):
        guard each(parameters, continues), continues else { return }
      case .failure(let error): throw .error(error)
      }
    }
  }

  /// Calls a generated method and waits for its one reply.
  /// - Throws: `VarlinkClientError`.
  public func call<Method: VarlinkMethod>(
    _ method: Method.Type, _ input: Method.Input
  ) throws(VarlinkClientError) -> Method.Output {
    try Self.decode(try call(Method.name, input.jsonObject), of: method)
  }

  /// Calls a generated method with `more`: see the form by name.
  /// - Throws: `VarlinkClientError`.
  public func stream<Method: VarlinkMethod>(
    _ method: Method.Type, _ input: Method.Input, each: (Method.Output, Bool) -> Bool
  ) throws(VarlinkClientError) {
    var fault: VarlinkClientError?
    try stream(Method.name, input.jsonObject) { parameters, continues in
      do throws(VarlinkClientError) {
        return each(try Self.decode(parameters, of: method), continues)
      } catch {
        fault = error
        return false
      }
    }
    if let fault { throw fault }
  }

  private static func decode<Method: VarlinkMethod>(
    _ parameters: JSONObject, of method: Method.Type
  ) throws(VarlinkClientError) -> Method.Output {
    do throws(VarlinkReadFault) {
      return try Method.Output(object: parameters, mode: .lenient)
    } catch {
      throw .unexpectedReply(method: Method.name, parameter: error.parameter)
    }
  }
}
