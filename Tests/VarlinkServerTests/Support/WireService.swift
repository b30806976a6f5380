import JSON
import Synchronization
import Varlink

/// The service under test: a method of each kind, and gates by which a test holds and watches them.
struct WireService: Sendable {
  /// Opened by the test: `Hold` and `Ignore` answer then.
  let release = Gate()
  /// Opened by `Hold`, `Watch` and `Ignore` when they begin, and when they see that they are cancelled.
  let began = Gate()
  let cancelled = Gate()
  /// The replies that `Flood` got rid of.
  let flooded = Counter()
  /// The stream that `Leak` keeps beyond its call.
  let leaked = Leaked()

  static let text = """
    interface org.example.wire
    method Echo(text: string, note: ?string) -> (text: string, note: ?string)
    method Fail() -> ()
    method Hold() -> (text: string)
    method Count(to: int) -> (number: int)
    method Watch() -> (state: string)
    method Flood(replies: int, size: int) -> (filler: string)
    method Follow(replies: int, size: int) -> (filler: string)
    method Ignore() -> ()
    method Leak() -> ()
    method WhoAmI() -> (uid: int, gid: int, pid: int)
    method Missing() -> ()
    error Failed(why: string)

    """

  var service: VarlinkService {
    VarlinkService(
      information: ServiceInformation(vendor: "v", product: "p", version: "1", url: "u"),
      interfaces: [("org.example.wire", Self.text)],
      methods: [
        served(
          Echo.self, .immediate { (input, _) throws(VarlinkError) in Echo.Output(text: input.text, note: input.note) }),
        served(
          Fail.self,
          .immediate { (_, _) throws(VarlinkError) in
            throw VarlinkError(name: "org.example.wire.Failed", parameters: ["why": .string("asked for")])
          }),
        served(Hold.self, .later { (_, _) async throws(VarlinkError) in await hold() }),
        served(
          Count.self,
          .progress { (input, _, replies) async throws(VarlinkError) in
            for number in 1..<max(1, input.to) {
              do { try await replies.send(Count.Output(number: number)) } catch { break }
            }
            return Count.Output(number: input.to)
          }),
        served(Watch.self, .subscription { (_, _, replies) async throws(VarlinkError) in await watch(replies) }),
        served(
          Flood.self,
          .progress { (input, _, replies) async throws(VarlinkError) in
            let reply = Flood.Output(filler: String(repeating: "x", count: input.size))
            for _ in 1..<max(1, input.replies) {
              do { try await replies.send(reply) } catch {
                cancelled.open()
                break
              }
              flooded.add()
            }
            return reply
          }),
        served(
          Follow.self,
          .subscription { (input, _, replies) async throws(VarlinkError) in
            let reply = Flood.Output(filler: String(repeating: "x", count: input.size))
            for _ in 1..<max(1, input.replies) {
              do { try await replies.send(reply) } catch { break }
              flooded.add()
            }
            return reply
          }),
        ServedMethod(
          name: "org.example.wire.WhoAmI",
          answer: .immediate { (_, context) throws(VarlinkError) in
            Array(#"{"uid":\#(context.peer.uid),"gid":\#(context.peer.gid),"pid":\#(context.peer.pid)}"#.utf8)
          }),
        served(
          Leak.self,
          .progress { (_, _, replies) async throws(VarlinkError) in
            leaked.stream.withLock { $0 = replies }
            return NoFields()
          }),
        served(
          Ignore.self,
          .later { (_, _) async throws(VarlinkError) in
            began.open()
            // In a task that nobody cancels: a handler that does not look at its cancellation.
            _ = await Task { await release.wait() }.value
            return NoFields()
          }),
      ])
  }

  private func hold() async -> Hold.Output {
    began.open()
    guard await release.wait() else {
      cancelled.open()
      return Hold.Output(text: "cancelled")
    }
    return Hold.Output(text: "held")
  }

  private func watch(_ replies: ReplyStream<Watch.Output>) async -> Watch.Output {
    do {
      try await replies.send(Watch.Output(state: "first"))
      began.open()
      if await release.wait() { return Watch.Output(state: "released") }
    } catch {}
    cancelled.open()
    return Watch.Output(state: "last word")
  }

  private func served<Method: VarlinkMethod>(
    _ method: Method.Type, _ handler: MethodHandler<Method, Void>
  ) -> ServedMethod {
    MethodRow<Method, Void, Void>((), handler).erased.served { (_, _) throws(VarlinkError) in }
  }
}

/// Counts what several tasks do.
final class Counter: Sendable {
  private let number = Atomic(0)

  var value: Int { number.load(ordering: .relaxed) }

  func add() { number.add(1, ordering: .relaxed) }
}

/// Keeps a stream for a test.
final class Leaked: Sendable {
  let stream = Mutex<ReplyStream<NoFields>?>(nil)
}
