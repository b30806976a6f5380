import JSON
import Varlink

private let service = VarlinkService(
  information: ServiceInformation(vendor: "v", product: "p", version: "1", url: "u"),
  interfaces: [
    (
      "a.b",
      "interface a.b\nmethod Echo() -> ()\nmethod Held() -> ()\nmethod Later() -> ()\nmethod None() -> ()\n"
    )
  ],
  methods: [
    ServedMethod(
      name: "a.b.Echo",
      answer: .immediate { (parameters, _) throws(VarlinkError) in
        parameters.isEmpty ? [] : Array(JSONValue.object(parameters).text().utf8)
      }),
    ServedMethod(
      name: "a.b.Held",
      answer: .promptly(
        { (_, _) throws(VarlinkError) in ([], { _ in }) }, orLater: { (_, _, _) async throws(VarlinkError) in [] })),
    ServedMethod(name: "a.b.Later", answer: .later { (_, _, _) async throws(VarlinkError) in [] }),
  ])

/// A whole conversation, cut at random, through the server's state machine: it never traps, and what it says is a
/// sequence of replies that a client takes. Built with `ServerConnection.swift`, `HeldReplies.swift` and
/// `ServerLimits.swift`, which know no socket.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzConnection(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let chunk = Int(start[0]) + 1
  let laziness = Int(start[1] % 4)
  var rest = UnsafeRawBufferPointer(start: start + 2, count: count - 2)[...]
  var connection = ServerConnection(
    service: service, peer: PeerIdentity(uid: 1, gid: 1, pid: 1),
    limits: ServerLimits(messageBytes: 1_024, messageDepth: 8, outputBytes: 512), largeMessage: 256)
  var output: [UInt8] = []
  var isOpen = true
  var held: [Int] = []
  var turn = 0
  while isOpen, turn < 10_000 {
    turn += 1
    connection.receive(UnsafeRawBufferPointer(rebasing: rest.prefix(chunk)))
    rest = rest.dropFirst(chunk)
    if rest.isEmpty { connection.endInput() }
    if turn % (laziness + 2) == 0, !held.isEmpty {
      // In any order.
      connection.release(held.remove(at: turn % held.count), turn % 3 == 0 ? .permissionDenied : nil)
    }
    if connection.isWorking, turn % (laziness + 1) == 0 {
      connection.send(Array(#"{"n":1}"#.utf8))
      connection.finish(.success([]))
    }
    switch connection.advance() {
    case .close: isOpen = false
    case .decode(let message):
      let limits = connection.jsonLimits
      connection.decoded(
        Result { () throws(VarlinkProtocolFault) in try VarlinkCall(message: message, limits: limits) })
    case .hold(_, let number): held.append(number)
    case .wait, .flush, .begin: break
    }
    output += connection.takeOutput()
  }
  precondition(!isOpen, "the end of the input was not seen")
  precondition(output.isEmpty || output.last == 0, "a reply without its end")
  for message in output.split(separator: 0) {
    guard (try? VarlinkReply(message: message)) != nil else { preconditionFailure("a reply that no client takes") }
  }
  return 0
}
