import BankumModel
import BankumStore

extension Office {
  /// What nobody has acknowledged, the oldest first: a partner its own, the registrar everything.
  ///
  /// `telephone`: only what has to be told by telephone, because one working day before the meeting (a rule), or later,
  /// still nobody has acknowledged it. Of a meeting or an event only the latest notice counts there; one that is over
  /// needs no call.
  /// - Throws: `OfficeError`: `refused` for a year without a calendar; `StoreError`.
  package func notices(telephone: Bool, _ scope: Scope, method: String) async throws -> [NoticeView] {
    let now = clock.civilNow
    return try await register.read(as: scope.call(method)) { reading in
      let filter: Filter<Notice> = if let partner = scope.partner { .open(of: partner) } else { .open }
      let open = try reading.list(filter)
      let soon = try Self.telephoneDay(now.date, reading)
      var latest: [NoticeSubject: Notice] = [:]
      for notice in open where Self.isLater(notice, than: latest[notice.subject]) { latest[notice.subject] = notice }
      let views = try open.map { notice in
        let about = try Self.about(notice, reading)
        let isDue = about.start.map { $0 > now && $0.date <= soon } ?? false
        return NoticeView(
          notice: notice, about: about, partner: try reading.required(notice.partner),
          isForTelephone: isDue && latest[notice.subject] == notice)
      }.filter { !telephone || $0.isForTelephone }
      reading.touch(Set(views.compactMap(\.about.inmate?.id)))
      return views
    }
  }

  private static func about(_ notice: Notice, _ reading: Reading) throws -> NoticeView.About {
    switch notice.subject {
    case .session(let id): return .meeting(try SessionView(try reading.required(id), reading))
    case .request(let id):
      let request = try reading.required(id)
      return .request(request, try reading.required(request.inmate))
    case .education(let id):
      let event = try reading.required(id)
      return .education(event, try reading.required(event.room))
    }
  }

  /// Of two at the same instant the later is what can only come after: a meeting is new, moved, called off.
  private static func isLater(_ notice: Notice, than other: Notice?) -> Bool {
    guard let other else { return true }
    let order: [NoticeKind: Int] = [.new: 0, .moved: 1, .cancelled: 2]
    return (notice.madeAt.milliseconds, order[notice.kind] ?? 0)
      >= (other.madeAt.milliseconds, order[other.kind] ?? 0)
  }

  /// The last day of meetings of which unread notices are told by telephone.
  private static func telephoneDay(_ date: CivilDate, _ reading: Reading) throws -> CivilDate {
    do {
      let days = try reading.rules().integer(.telephoneWorkingDays, on: date)
      return try reading.calendar().addingWorkingDays(days, to: date)
    } catch let error as ModelError {
      let problem = error.problems.first
      throw OfficeError.refused(.planning(.missingFacts(problem?.place ?? "", problem?.value ?? "")))
    }
  }
}

extension NoticeView.About {
  /// When it begins; nil for what has no hour.
  fileprivate var start: CivilTime? {
    switch self {
    case .meeting(let view): view.session.start
    case .request: nil
    case .education(let event, _): CivilTime(event.date, event.hours.start)
    }
  }

  /// Whom it concerns; nil for a group.
  fileprivate var inmate: Inmate? {
    switch self {
    case .meeting(let view): view.inmate
    case .request(_, let inmate): inmate
    case .education: nil
    }
  }
}
