package import BankumModel
import BankumStore

extension Office {
  /// Education events of some days, or one of any day, as far as somebody sees: a partner its own. Everybody who is
  /// shown is noted in the audit log.
  /// - Parameter to: nil: 90 days after the first.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func education(
    _ id: EducationEvent.ID? = nil, from: CivilDate? = nil, to: CivilDate? = nil, _ scope: Scope, method: String
  ) async throws -> [EducationView] {
    let first = from ?? clock.today
    guard let days = DateRange(first, to ?? first.adding(days: 90)), days.count <= 366 else {
      throw OfficeError.invalid("to", to?.text, .dayFrom(first))
    }
    return try await register.read(as: scope.call(method)) { reading in
      let events: [EducationEvent] =
        if let id {
          [try reading.education(id, for: scope)]
        } else {
          try reading.list(Filter<EducationEvent>.between(days)).filter { scope.sees($0) }
        }
      let views = try events.map { try Self.view($0, scope, reading) }
      reading.touch(Set(views.flatMap { $0.participants.map(\.inmate.id) }))
      return views
    }
  }

  private static func view(_ event: EducationEvent, _ scope: Scope, _ reading: Reading) throws -> EducationView {
    var shown = event
    if scope.partner != nil, event.state == .proposed { shown.participants = [] }
    var participants: [(inmate: Inmate, block: Block?)] = []
    for id in shown.participants {
      let inmate = try reading.get(id)
      participants.append((inmate, try reading.required(ifSet: inmate.block)))
    }
    participants.sort {
      ($0.block?.name ?? "", $0.inmate.name, $0.inmate.id.text) < (
        $1.block?.name ?? "", $1.inmate.name, $1.inmate.id.text
      )
    }
    return EducationView(
      event: shown, size: event.participants.count, partner: try reading.required(event.partner),
      advocates: try event.advocates.map { try reading.required($0) }, room: try reading.required(event.room),
      participants: participants)
  }
}

extension Scope {
  /// Whether somebody of this reach sees an event: a partner its own.
  func sees(_ event: EducationEvent) -> Bool {
    switch reach {
    case .house: true
    case .partner(let partner, _): event.partner == partner
    case .gate: false
    }
  }
}

extension Reading {
  /// An event within somebody's reach; another's does not exist.
  func education(_ id: EducationEvent.ID, for scope: Scope) throws -> EducationEvent {
    guard let event = try find(id), scope.sees(event) else { throw OfficeError.notFound("education", id.text) }
    return event
  }
}
