import BankumModel
import BankumStore

extension Office {
  /// What nobody has acknowledged, the oldest first: a partner its own, the registrar everything.
  ///
  /// `telephone`: only what has to be told by telephone, because one working day before the meeting (a rule), or later,
  /// still nobody has acknowledged it. Of a meeting only the latest notice counts there; one that is over needs no call.
  /// - Throws: `OfficeError`: `refused` for a year without a calendar; `StoreError`.
  package func notices(telephone: Bool, _ scope: Scope, method: String) async throws -> [NoticeView] {
    let now = clock.civilNow
    return try await register.read(as: scope.call(method)) { reading in
      let filter: Filter<Notice> = if let partner = scope.partner { .open(of: partner) } else { .open }
      let open = try reading.list(filter)
      let soon = try Self.telephoneDay(now.date, reading)
      var latest: [Session.ID: Notice] = [:]
      for notice in open where Self.isLater(notice, than: latest[notice.session]) { latest[notice.session] = notice }
      let views = try open.map { notice in
        let session = try reading.get(notice.session)
        let isDue = session.start > now && session.date <= soon && latest[notice.session] == notice
        return NoticeView(notice: notice, view: try SessionView(session, reading), isForTelephone: isDue)
      }.filter { !telephone || $0.isForTelephone }
      reading.touch(Set(views.map(\.view.inmate.id)))
      return views
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
