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
  /// An assignment run was committed.
  package static let run = MessageID(known: "d57907a4219245719fb6beecde49307c")
  /// A version of the schedule is published.
  package static let published = MessageID(known: "a4a02e4090e344a98e1b3ab866e19c45")
  /// The draft of the schedule was discarded.
  package static let discarded = MessageID(known: "1adc30c22af94b8ca3971a1e0948d8a6")
  /// A file was imported.
  package static let imported = MessageID(known: "818ed161e8df44e9b8c8ba7d1ffee6bc")
  /// An import was undone.
  package static let importUndone = MessageID(known: "baaec9fee3d3414389dac0b3dea3131d")
  /// A user was given a role.
  package static let granted = MessageID(known: "68d69371d50b4e2ca01804f0478f143a")
  /// A role was taken from a user.
  package static let revoked = MessageID(known: "42af5829f1b8445988a77900b0267191")
  /// A rule was entered.
  package static let rule = MessageID(known: "4c819ae6d91f4c7f8fcc81b26331b86c")
  /// A request was filed or changed.
  package static let request = MessageID(known: "4ebea78232f14719b6302cf9c97c2713")
  /// A session was made or changed.
  package static let session = MessageID(known: "e03787bb921b494e9f2b36f0f4c95ded")
  /// An education event was proposed or changed.
  package static let education = MessageID(known: "b33db446ca5e4087b40fe5856d5c3bbd")
  /// Notices were made or acknowledged.
  package static let notices = MessageID(known: "bdd477158755431e8ebbd683e013b215")
  /// A review was raised or decided.
  package static let review = MessageID(known: "aacab10fd7654fdfba855940e5bcbfa4")
  /// The daily round found something to do.
  package static let round = MessageID(known: "1ad5837307ad4ea1964787ac5b05d8c4")
  /// The daily round could not be done.
  package static let roundFailed = MessageID(known: "6813fa5b935f43629301dc8d979b17d4")
  /// Records of the register were changed.
  package static let changed = MessageID(known: "6b14bca52e4d4c42994d5b29857b11bd")
  /// Events could not be written to their file.
  package static let eventsUnwritten = MessageID(known: "fd147d72ec7647538394fe2fabcad380")
  /// The disk is full: writes and reads of personal data are refused.
  package static let storageFull = MessageID(known: "5c1ad7c0a6e04b1f9b7c2f2a8a3c5d41")
  /// The disk has room again.
  package static let storageBack = MessageID(known: "0d3f6e8b92c84a57a4e1c6b07f5d2e93")

  /// All that this program uses, with the names above.
  package static let all: [(name: String, id: MessageID)] = [
    ("started", started), ("stopping", stopping), ("reloaded", reloaded), ("reloadFailed", reloadFailed),
    ("configurationRefused", configurationRefused), ("peerRefused", peerRefused),
    ("watchdogProbeFailed", watchdogProbeFailed),
    ("run", run), ("published", published), ("discarded", discarded), ("imported", imported),
    ("importUndone", importUndone), ("granted", granted), ("revoked", revoked), ("rule", rule), ("request", request),
    ("session", session), ("education", education), ("notices", notices), ("review", review), ("round", round),
    ("roundFailed", roundFailed), ("changed", changed), ("eventsUnwritten", eventsUnwritten),
    ("storageFull", storageFull), ("storageBack", storageBack),
  ]
}
