import BankumControl
import BankumModel
import BankumStore
import BankumWords
import Glibc
import Logging
import Systemd

/// Opens the register at start.
enum RegisterStart {
  /// The credential that holds the keys; without it the daemon makes a ring of its own beside the register.
  static let credential = "bankum.keys"

  /// Opens the register of the held folder, or makes it. `events` is told of each commit.
  static func open(
    _ folder: Result<StateFolder, StartFault>, keys credentials: Credentials, at given: Instant?, events: EventHub,
    _ report: StartReport
  ) async -> Result<Register, StartFault> {
    // Ends with this function: a log of many writes to be put away, or tables to be rebuilt, can take longer than the
    // manager waits.
    async let _: Void = report.askForTime()
    return folder.flatMap { folder in
      do {
        let (ring, source) = try ring(credentials, folder)
        let register = try Register.open(
          in: folder.path, keys: ring, clock: clock(given), committed: { events.publish($0) })
        events.begin(behind: try register.readAtStart { try $0.lastEvent() })
        report.logger.notice("\(source.text(in: .english))")
        return .success(register)
      } catch {
        return .failure(fault(error))
      }
    }
  }

  /// `--accept-loss`: the register goes on with what there is, and the audit log says who decided so.
  /// - Returns: The number of the last write.
  static func acceptLoss(
    in folder: StateFolder, keys credentials: Credentials, at given: Instant?
  ) async throws(StartFault) -> Int64 {
    do {
      let register = try Register.open(
        in: folder.path, keys: try ring(credentials, folder).ring, clock: clock(given), acceptsLoss: true)
      _ = try await register.write(as: Call(uid: getuid(), role: "ops", method: "AcceptLoss")) { _ in Done() }
      try await register.close()
      return register.sequence
    } catch {
      throw fault(error)
    }
  }

  /// `--check`: reads everything, changes nothing.
  static func inspect(
    in folder: StateFolder, keys credentials: Credentials
  ) throws(StartFault) -> (sequence: Int64, damage: [Damage]) {
    do { return try Register.inspect(in: folder.path, keys: try ring(credentials, folder).ring) } catch {
      throw fault(error)
    }
  }

  /// The zone is not known yet; the register only asks for instants.
  private static func clock(_ given: Instant?) -> HouseClock { .starting(at: given, zone: .westernIndonesia) }

  private static func ring(
    _ credentials: Credentials, _ folder: StateFolder
  ) throws -> (ring: KeyRing, source: Message) {
    let given: [UInt8]
    do throws(SystemdError) {
      given = try credentials.read(credential)
    } catch {
      switch error.code {
      case .noCredentials, .noSuchCredential:
        let ring = try KeyRing.own(in: folder.path)
        return (ring, .daemonKeyFromFile(key: Int(ring.current.id), path: folder.path + "/keys"))
      case .malformedVariable, .descriptorNotOpen, .noSuchSocket, .notificationFailed, .badCredentialName,
        .credentialTooLarge, .credentialUnreadable:
        throw error
      }
    }
    let ring = try KeyRing(parsing: given)
    return (ring, .daemonKeyFromCredential(key: Int(ring.current.id)))
  }

  /// Why the register could not be opened, and whether trying again can help.
  static func fault(_ error: any Error) -> StartFault {
    guard let error = error as? StoreError else {
      return StartFault(.daemonRegisterUnusable(reason: "\(error)"), status: DaemonExit.configuration)
    }
    switch error.code {
    case .newerSchema: return StartFault(.daemonRegisterNewer, status: DaemonExit.configuration)
    case .keyMissing:
      return StartFault(.daemonRegisterKeyMissing(reason: error.detail), status: DaemonExit.configuration)
    case .wrongKey:
      return StartFault(.daemonRegisterWrongKey(reason: error.detail), status: DaemonExit.configuration)
    case .corrupted:
      return StartFault(
        .daemonRegisterDamaged(reason: error.detail), status: DaemonExit.configuration, isDamage: true)
    case .behind: return StartFault(.daemonRegisterBehind(reason: error.detail), status: DaemonExit.configuration)
    case .storageFull, .busy, .inputOutput:
      return StartFault(.daemonRegisterUnusable(reason: error.detail), status: DaemonExit.fault)
    case .unusable, .outcomeUnknown, .closed, .doubleBooking, .constraint, .invalid, .keyReused, .notFound, .misuse:
      return StartFault(.daemonRegisterUnusable(reason: error.detail), status: DaemonExit.configuration)
    }
  }
}
