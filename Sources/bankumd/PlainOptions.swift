import BankumModel

/// The command line of an ordinary start: nothing, or options with their values and no mistake.
///
/// The library that reads all other command lines, with help and complaints, takes a quarter of the time to READY: it
/// looks at every option by reflection. What this does not understand is left to it.
struct PlainOptions: Sendable {
  var socket: String?
  var state: String?
  var config: String?
  var clock: Instant?

  init(socket: String?, state: String?, config: String?, clock: Instant?) {
    self.socket = socket
    self.state = state
    self.config = config
    self.clock = clock
  }

  /// Reads `--name VALUE` pairs; nil when anything else is there.
  init?(_ words: some Collection<String>) {
    var words = words[...]
    while let name = words.popFirst() {
      guard let value = words.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
      switch name {
      case "--socket" where socket == nil: socket = value
      case "--state" where state == nil: state = value
      case "--config" where config == nil: config = value
      case "--clock" where clock == nil:
        guard let instant = try? Instant(parsing: value) else { return nil }
        clock = instant
      default: return nil
      }
    }
  }
}
