/// The kind of an event, by which an operator finds it (`journalctl MESSAGE_ID=...`) and by which the journal finds its
/// explanation in the catalogue (`deploy/systemd/bankum.catalog`, one entry for each constant here).
///
/// 128 bits, made once with `systemd-id128 new` and never used for another meaning.
package struct MessageID: Sendable, Hashable {
  /// 32 lower-case hexadecimal digits.
  package let text: String

  /// Takes 32 lower-case hexadecimal digits; nil for anything else.
  package init?(_ text: String) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let letters = UInt8(ascii: "a")...UInt8(ascii: "f")
    guard text.utf8.count == 32, text.utf8.allSatisfy({ digits.contains($0) || letters.contains($0) }) else {
      return nil
    }
    self.text = text
  }

  private init(known text: String) {
    self.text = text
  }

  /// The daemon serves: sockets open, configuration in force.
  package static let started = MessageID(known: "b2958bc58a5f464e850afcedc1f1ab23")
  /// The daemon ends, and finishes the calls in flight.
  package static let stopping = MessageID(known: "e6db235dd6be409db666f61b088e948f")
  /// A new configuration is in force.
  package static let reloaded = MessageID(known: "e8564113bb7547379ee13ad90656bebd")
  /// A reload was refused; the old configuration stays in force.
  package static let reloadFailed = MessageID(known: "488309500d244f94aed03a62be1ac47a")
  /// The daemon does not start because of its configuration.
  package static let configurationRefused = MessageID(known: "b6b7d3847fc6456984e4aafe7c498763")
  /// A connection was closed because its user cannot be known or has too many already.
  package static let peerRefused = MessageID(known: "d114b603b39743c9bb897051b8c015a1")
  /// The loop that does the work did not answer its probe.
  package static let watchdogProbeFailed = MessageID(known: "ee2e5ee53bf44b23833d800f0ddf6d8c")

  /// All that this program uses, with the names above.
  package static let all: [(name: String, id: MessageID)] = [
    ("started", started), ("stopping", stopping), ("reloaded", reloaded), ("reloadFailed", reloadFailed),
    ("configurationRefused", configurationRefused), ("peerRefused", peerRefused),
    ("watchdogProbeFailed", watchdogProbeFailed),
  ]
}
