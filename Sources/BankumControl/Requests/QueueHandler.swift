import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// `org.bankum.Requests.ListQueue`.
enum QueueHandler {
  typealias Method = RequestsInterface.ListQueue

  static func list(
    _ daemon: Daemon, _ input: Method.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Method.Output {
    try await Desk.answer(daemon, Method.self, input, caller, language: input.language) { context in
      let (entries, left) = try await context.office.queue(
        byStart: input.byStart ?? false, limit: try Read.number(input.limit, "limit", 1...1_000) ?? 1_000,
        context.scope, method: Method.name)
      let zone = context.office.clock.zone
      return Method.Output(entries: entries.map { entry($0, zone) }, left: left)
    }
  }

  private static func entry(_ entry: QueuePlace, _ zone: ZoneOffset) -> QueueEntry {
    QueueEntry(
      request: entry.request.id.text, inmate: entry.inmate.id.text, inmateName: entry.inmate.name,
      inmateNumber: entry.inmate.registerNumber?.text, service: entry.request.service.code,
      status: entry.request.state.code, submittedOn: entry.request.submittedOn.text, rank: entry.place,
      tier: entry.priority.tier, points: entry.priority.points,
      factors: entry.priority.factors.map {
        PriorityFactor(kind: $0.kind.code, count: $0.count, points: $0.points)
      },
      start: entry.meeting?.start.text(in: zone),
      expected: entry.expected.map { ExpectedDays(from: $0.first.text, to: $0.last.text) }, useBy: entry.useBy?.text)
  }
}
