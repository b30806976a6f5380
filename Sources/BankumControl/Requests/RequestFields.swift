import BankumAPI
import BankumModel
import BankumOffice

/// The fields of requests, from the wire and to it.
enum RequestFields {
  /// A text, or nil for an empty one.
  static func given(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// A code of a closed list that may be left out.
  static func code<Value: Coded>(_ text: String?, _ place: String) throws(OfficeError) -> Value? {
    guard let text else { return nil }
    let value: Value = try Read.code(text, place)
    return value
  }

  /// Ids that may be left out.
  static func ids<Kind>(_ texts: [String]?, _ place: String) throws(OfficeError) -> [Identifier<Kind>]? {
    guard let texts else { return nil }
    var found: [Identifier<Kind>] = []
    for (index, text) in texts.enumerated() { found.append(try Read.id(text, "\(place)[\(index)]")) }
    return found
  }

  /// Needs that may be left out.
  static func needs(_ texts: [String]?, _ place: String) throws(OfficeError) -> Set<Need>? {
    guard let texts else { return nil }
    var found: Set<Need> = []
    for (index, text) in texts.enumerated() { found.insert(try Read.code(text, "\(place)[\(index)]")) }
    return found
  }

  /// A language that may be left out.
  static func language(_ text: String?, _ place: String) throws(OfficeError) -> LanguageCode? {
    guard let text else { return nil }
    do throws(ModelError) { return try LanguageCode(parsing: text) } catch { throw .invalid(error.problems, at: place) }
  }

  /// A request as the wire shows it.
  static func details(_ view: RequestView, _ zone: ZoneOffset) -> RequestDetails {
    let request = view.request
    return RequestDetails(
      id: request.id.text,
      inmate: RequestInmate(
        id: view.inmate.id.text, name: view.inmate.name, number: view.inmate.registerNumber?.text,
        block: view.block?.name, cell: view.inmate.cell),
      service: request.service.code, status: request.state.code, submittedOn: request.submittedOn.text,
      channel: request.channel.code, topic: request.topic, wishPartner: request.wishPartner?.text,
      exclusions: request.exclusions.map {
        RequestExclusion(
          partner: $0.partner.text, reason: $0.reason.code, refusal: $0.refusal?.code, since: $0.since.text)
      },
      language: request.language?.code, needs: request.needs.map(\.code).sorted(),
      povertyProof: request.povertyProof?.code, partner: request.offer?.partner.text,
      offeredAt: request.offer?.offeredAt.text(in: zone), missing: request.missing, checkBy: view.checkBy?.text,
      answerBy: view.answerBy?.text, daysLate: view.workingDaysLate,
      meeting: view.meeting.map {
        RequestMeeting(
          session: $0.id.text, status: $0.state.code, start: $0.start.text(in: zone), end: $0.end.text(in: zone),
          partner: $0.partner.text, advocate: $0.advocate.text)
      },
      closedBecause: request.closing?.reason.code, closedOn: request.closing?.on.text,
      minutes: request.closing?.record)
  }
}
