import BankumControl
import BankumModel
import BankumOffice
import BankumWords
import Logging
import ServiceLifecycle
import Systemd

/// Tells the journal and the file of events what was committed: with ids and counts, never personal data.
///
/// The file says how far they are, so that neither misses an event that was committed just before a kill. When the file
/// cannot be written, the journal goes on, and the file catches up.
struct EventService: ServiceLifecycle.Service {
  /// How long a file that could not be written is left alone.
  static let pause = Duration.seconds(30)

  let events: EventHub
  let office: Office
  let file: EventFile
  /// What the first file of a register begins behind.
  let begin: EventNumber
  let logger: Logger

  func run() async {
    await cancelWhenGracefulShutdown {
      var last = file.lastSequence() ?? begin
      var journaled = last
      var messages = DailyMessages()
      while !Task.isCancelled {
        do {
          try await follow(since: last, &journaled)
        } catch let failure as EventFile.Failure {
          if messages.isNew("\(failure.errno)", on: office.clock.today) {
            logger.error("the file of events: \(failure.reason)", metadata: .event(.eventsUnwritten))
          }
        } catch {
          // The register says by itself what is wrong with it.
        }
        try? await Task.sleep(for: Self.pause)
        last = file.lastSequence() ?? last
      }
    }
  }

  private func follow(since last: EventNumber, _ journaled: inout EventNumber) async throws {
    var reader = EventReader(events, office, since: last)
    while true {
      let seen = try await reader.next { event in event.kind.isCommitted ? EventReach.operatorView(of: event) : nil }
      if seen.isEmpty { return }
      for event in seen where event.sequence > journaled {
        journal(event)
        journaled = event.sequence
      }
      try file.append(seen, in: office.clock.zone)
    }
  }

  private func journal(_ seen: SeenEvent) {
    let kind = seen.event.kind
    guard let id = kind.messageID else { return }
    var metadata: Logger.Metadata = ["event": .string(kind.code), "sequence": .stringConvertible(seen.sequence.value)]
    for field in EventField.allCases {
      if let value = seen.event[field] { metadata[field.code] = .string(value) }
    }
    let text = Message.event(kind.code, seen.event.detail, in: .english)?.text(in: .english) ?? kind.code
    logger.log(level: kind.level, "\(text)", metadata: .event(id, metadata))
  }
}
