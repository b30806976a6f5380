import JSON
import Testing
import Varlink

@testable import varlink_certification

/// A client that calls the service without a socket.
struct Walker: Sendable {
  private let service = certificationService()

  func start() async throws -> String {
    let reply = try await send(VarlinkCall(method: CertificationInterface.Start.name))
    let parameters = try JSONParser.parse(text: try #require(reply.first))
    guard case .object(let object) = parameters, case .string(let client)? = object["client_id"] else {
      throw VarlinkError(name: "no client_id in \(reply)")
    }
    return client
  }

  /// Takes the first steps; gives the replies to the last of them.
  @discardableResult
  func walk(_ client: String, steps: Int) async throws -> [String] {
    var replies: [String] = []
    for step in Step.all.prefix(steps) { replies = try await take(step, client) }
    return replies
  }

  func take(_ step: Step, _ client: String) async throws -> [String] {
    try await send(step.call(client))
  }

  /// The parameters of all replies as text; empty parameters are an empty text.
  func send(_ call: VarlinkCall) async throws -> [String] {
    let sink = Replies()
    switch service.dispatch(call, from: PeerIdentity(uid: 1, gid: 1, pid: 1)) {
    case .reply(let reply): return [String(decoding: try reply.get(), as: UTF8.self)]
    case .held(let parameters, let gate):
      let error = await withCheckedContinuation { done in gate { done.resume(returning: $0) } }
      if let error { throw error }
      return [String(decoding: parameters, as: UTF8.self)]
    case .work(let work, _):
      let last = try await work(sink)
      return await sink.texts + [String(decoding: last, as: UTF8.self)]
    }
  }
}

private actor Replies: ReplySink {
  private(set) var texts: [String] = []

  func send(_ parameters: [UInt8]) async throws(CancellationError) {
    texts.append(String(decoding: parameters, as: UTF8.self))
  }
}
