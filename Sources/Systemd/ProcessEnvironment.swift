internal import CSystemd
import Glibc

/// The environment of this process: read once where the program is put together, then passed on as a value.
package enum ProcessEnvironment {
  /// All variables as they are now. Bytes that are not UTF-8 are repaired; of a name set twice the first value counts,
  /// as with `getenv`.
  package static func current() -> [String: String] {
    var variables: [String: String] = [:]
    guard var entry = bankum_environment() else { return variables }
    while let text = entry.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, variables[String(parts[0])] == nil { variables[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    return variables
  }

  /// Removes variables, so that programs started later do not take them for their own.
  ///
  /// The C library's environment is not safe to change while another thread reads it: call this at the start.
  package static func unset(_ names: [String]) {
    for name in names { unsetenv(name) }
  }
}
