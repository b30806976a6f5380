import BankumAPI
import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import BankumWords
import JSON
import Synchronization
import Varlink

@testable import BankumControl

/// A daemon without a process: a set clock, a table of roles, and a reload that the test decides.
struct TestDaemon: DaemonControl {
  static let users: [Role?: UInt32] = {
    var users: [Role?: UInt32] = [nil: 999]
    for (index, role) in Role.allCases.enumerated() { users[role] = UInt32(1_000 + index) }
    return users
  }()

  let reloadProblems: [InputProblem]
  /// Kept, because its folder goes with it.
  let test: TestOffice
  let connections = 3

  func report(_ fault: String) {}

  func reload() async throws(ReloadFailure) -> [String] {
    guard reloadProblems.isEmpty else { throw ReloadFailure(problems: reloadProblems) }
    return ["zone"]
  }

  static func make(reloadProblems: [InputProblem] = []) throws -> Daemon {
    let now = Instant(milliseconds: 1_795_393_800_000)
    let clock = HouseClock(source: .set, zone: .westernIndonesia) { now }
    let events = EventHub(clock: clock)
    let state = DaemonState(language: .indonesian, events: events)
    var grants: [UInt32: RoleHolder] = [:]
    for (role, user) in users {
      guard let role else { continue }
      let isLawyer = role == .advocate || role == .coordinator
      grants[user] = RoleHolder(
        roles: [role], partner: isLawyer ? Partner.ID(bits: 1) : nil,
        advocate: role == .advocate ? Advocate.ID(bits: 1) : nil)
    }
    let test = try TestOffice(directory: RoleDirectory(grants), now: now) { events.publish($0) }
    return Daemon(
      facts: DaemonFacts(version: "1.2.3", clock: clock, startedAt: now, isPrivate: false), state: state,
      events: events, control: TestDaemon(reloadProblems: reloadProblems, test: test), office: test.office)
  }

  /// Calls a method as a user would over the wire, and gives the error's name, nil for a success.
  static func call(
    _ service: VarlinkService, _ method: String, uid: UInt32, mode: VarlinkCall.Mode = .single,
    parameters: JSONObject = [:]
  ) async -> VarlinkReply {
    let peer = PeerIdentity(uid: uid, gid: uid, pid: 1)
    switch service.dispatch(VarlinkCall(method: method, parameters: parameters, mode: mode), from: peer) {
    case .reply(let result): return reply(result)
    case .held(let parameters, let gate):
      let error = await withCheckedContinuation { done in gate { done.resume(returning: $0) } }
      return reply(error.map { .failure($0) } ?? .success(parameters))
    case .work(let work, _):
      // A subscription ends when its first reply could not be sent.
      do throws(VarlinkError) { return reply(.success(try await work(ClosedSink()))) } catch { return .failure(error) }
    }
  }

  private static func reply(_ result: Result<[UInt8], VarlinkError>) -> VarlinkReply {
    switch result {
    case .success(let bytes):
      var frame: [UInt8] = []
      VarlinkReply.append(parameters: bytes, continues: false, to: &frame)
      return (try? VarlinkReply(message: frame.dropLast())) ?? .success([:], continues: true)
    case .failure(let error): return .failure(error)
    }
  }

  private struct ClosedSink: ReplySink {
    func send(_ parameters: [UInt8]) async throws(CancellationError) { throw CancellationError() }
  }
}
