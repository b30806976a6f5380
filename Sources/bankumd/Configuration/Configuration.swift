import BankumModel
import BankumWords
import Logging
import VarlinkServer

/// Machine matters, read from the configuration file. What law, agreement or house sets is in the rule table instead.
struct Configuration: Sendable, Equatable {
  /// The language of texts unless the caller asks for another.
  var language = Language.indonesian
  /// The zone in which plans are made.
  var zone = ZoneOffset.westernIndonesia
  /// The least important records that are written to the log.
  var logLevel = Logger.Level.info
  /// What callers may ask of the server.
  var limits = ServerLimits()

  /// Which keys differ from another configuration and take effect only at the next start.
  func keysNeedingRestart(since other: Configuration) -> [String] {
    var keys: [String] = []
    if zone != other.zone { keys.append("zone") }
    if limits != other.limits { keys.append("limits") }
    return keys
  }
}
