import BankumModel
import BankumStore
import BankumWords
import Glibc
import Systemd

/// Opens the register at start.
enum RegisterStart {
  /// The credential that holds the keys; without it the daemon makes a ring of its own beside the register.
  static let credential = "bankum.keys"

  /// Opens the register of the held folder, or makes it.
  static func open(
    _ folder: Result<StateFolder, StartFault>, keys credentials: Credentials, at given: Instant?, _ report: StartReport
  ) async -> Result<Register, StartFault> {
    // Ends with this function: a log of many writes to be put away, or tables to be rebuilt, can take longer than the
    // manager waits.
    async let _: Void = report.askForTime()
    return folder.flatMap { folder in
      do {
        // The zone is not known yet; the register only asks for instants.
        let clock = HouseClock.starting(at: given, zone: .westernIndonesia)
        return .success(try Register.open(in: folder.path, keys: try ring(credentials, folder), clock: clock))
      } catch {
        return .failure(fault(error))
      }
    }
  }

  private static func ring(_ credentials: Credentials, _ folder: StateFolder) throws -> KeyRing {
    let given: [UInt8]
    do throws(SystemdError) {
      given = try credentials.read(credential)
    } catch {
      switch error.code {
      case .noCredentials, .noSuchCredential: return try KeyRing.own(in: folder.path)
      default: throw error
      }
    }
    return try KeyRing(parsing: given)
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
    case .corrupted: return StartFault(.daemonRegisterDamaged(reason: error.detail), status: DaemonExit.configuration)
    case .behind: return StartFault(.daemonRegisterBehind(reason: error.detail), status: DaemonExit.configuration)
    case .storageFull, .busy, .inputOutput:
      return StartFault(.daemonRegisterUnusable(reason: error.detail), status: DaemonExit.fault)
    case .unusable, .outcomeUnknown, .closed, .doubleBooking, .constraint, .invalid, .keyReused, .notFound, .misuse:
      return StartFault(.daemonRegisterUnusable(reason: error.detail), status: DaemonExit.configuration)
    }
  }
}
