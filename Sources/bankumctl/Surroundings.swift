import Glibc

/// What the process was given: its environment and its user's name.
enum Surroundings {
  /// The variables that the program looks at.
  private static let names = [
    "BANKUM_SOCKET", "BANKUM_PAGER", "PAGER", "TERM", "NO_COLOR", "COLUMNS", "LINES", "LC_ALL", "LC_MESSAGES", "LANG",
  ]

  static func environment() -> [String: String] {
    var variables: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
  }

  /// The name of a user of this machine.
  static func userName(_ uid: UInt32) -> String? {
    guard let entry = getpwuid(uid) else { return nil }
    return String(cString: entry.pointee.pw_name)
  }
}
