import BankumWords
import Glibc

/// The folder of the register, held for this process alone as long as this value lives.
final class StateFolder: Sendable {
  /// Where it is.
  let path: String
  private let lock: Int32

  private init(path: String, lock: Int32) {
    self.path = path
    self.lock = lock
  }

  deinit {
    close(lock)
  }

  /// Makes the folder if it is missing, and locks it.
  /// - Throws: `StartFault`: it cannot be used, or another daemon has it.
  static func open(_ path: String) throws(StartFault) -> StateFolder {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw unusable(path, errno) }
    // The lock is on a file of its own: closing any descriptor of the database would drop SQLite's locks on it.
    let lock = Glibc.open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { throw unusable(path, errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      close(lock)
      if number == EWOULDBLOCK { throw StartFault(.daemonStateFolderInUse(path: path), status: DaemonExit.inUse) }
      throw unusable(path, number)
    }
    return StateFolder(path: path, lock: lock)
  }

  private static func unusable(_ path: String, _ number: Int32) -> StartFault {
    StartFault(
      .daemonStateFolderUnusable(path: path, reason: String(cString: strerror(number))),
      status: DaemonExit.configuration)
  }
}
