import Logging
import Synchronization
import Systemd
import Varlink
import VarlinkServer

/// Writes refusals and endings to the log, at most one line of a kind in ten seconds: whoever is refused in a loop must
/// not fill the journal.
final class ServerObserver: Sendable {
  private struct Kind {
    var quietUntil: ContinuousClock.Instant
    var suppressed = 0
  }

  private let logger: Logger
  private let kinds = Mutex<[String: Kind]>([:])

  init(logger: Logger) {
    self.logger = logger
  }

  func observe(_ event: ServerEvent) {
    switch event {
    case .refused(let peer, let refusal):
      log("refused.\(refusal.rawValue)", peer, level: .warning, .event(.peerRefused))
    case .cannotAccept(let errno):
      log("cannotAccept.\(errno)", nil, level: .error, [:])
    case .ended(let peer, let ending):
      let word =
        switch ending {
        case .fault(let fault): "fault.\(fault.code)"
        case .messageDeadline: "messageDeadline"
        case .outputDeadline: "outputDeadline"
        case .idle: "idle"
        case .stopped: "stopped"
        }
      log("ended.\(word)", peer, level: ending == .idle ? .debug : .info, [:])
    }
  }

  private func log(_ kind: String, _ peer: PeerIdentity?, level: Logger.Level, _ metadata: Logger.Metadata) {
    let now = ContinuousClock.now
    let suppressed = kinds.withLock { kinds -> Int? in
      if let known = kinds[kind], known.quietUntil > now {
        kinds[kind]?.suppressed += 1
        return nil
      }
      let suppressed = kinds[kind]?.suppressed ?? 0
      kinds[kind] = Kind(quietUntil: now + .seconds(10))
      return suppressed
    }
    guard let suppressed else { return }
    var metadata = metadata
    metadata["uid"] = peer.map { .stringConvertible($0.uid) }
    metadata["pid"] = peer.map { .stringConvertible($0.pid) }
    if suppressed > 0 { metadata["suppressed"] = .stringConvertible(suppressed) }
    logger.log(level: level, "connection \(kind)", metadata: metadata)
  }
}
