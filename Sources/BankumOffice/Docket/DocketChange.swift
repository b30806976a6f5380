package import BankumModel
import BankumStore

/// What became of one meeting since a version of the schedule.
package struct DocketChange: Sendable, Equatable {
  /// New, moved or called off.
  package let kind: NoticeKind
  /// The meeting as it is now.
  package let line: DocketLine
  /// When it was to be, of one that has moved.
  package let formerStart: CivilTime?
  /// With whom, of one that has moved to somebody else; nil for whoever only brings people.
  package let formerAdvocate: Advocate?
}

/// A docket, and what has changed on it since a version of the schedule.
package struct DocketSlip: Sendable, Equatable {
  /// The docket as it is now.
  package let page: DocketPage
  /// What has changed, by the time of the meetings.
  package let changes: [DocketChange]
}

extension Office {
  /// The docket with its change slip: what was added to it, moved on it, to it or away from it, or called off since a
  /// version was published. A meeting that came and went meanwhile is not told.
  /// - Throws: `OfficeError`: as for the docket; `invalid` for a version that there is not; `StoreError`.
  package func docketSlip(
    _ question: DocketQuestion, since version: Int, _ scope: Scope, method: String
  ) async throws -> DocketSlip {
    let page = try await docket(question, scope, method: method)
    guard (0...page.version).contains(version) else {
      throw OfficeError.invalid("since", "\(version)", .number(0, page.version))
    }
    let today = clock.today
    return try await register.read(as: scope.call(method)) { [docketCache, register] reading in
      let model = try docketCache.renewed(reading, register, today: today)
      let selection = try DocketSelection(question, scope, model.house, today: today)
      var resolver = DocketResolver(reading, model.house, today: today)
      var first: [Session.ID: SessionChange] = [:]
      for change in try reading.changes(sinceVersion: version) where first[change.session] == nil {
        first[change.session] = change
      }
      let changes = try first.values.compactMap { change -> DocketChange? in
        guard let session = try reading.find(change.session), let line = try resolver.lineOfAny(session) else {
          return nil
        }
        return Self.change(line, change.before, selection, scope, model.house)
      }
      let sorted = changes.sorted { ($0.line.start, $0.line.id.bits) < ($1.line.start, $1.line.id.bits) }
      reading.touch(sorted.map(\.line.inmate.id))
      return DocketSlip(page: page, changes: sorted)
    }
  }

  /// What a reader is told of a meeting; nil when nothing of it concerns him.
  private static func change(
    _ line: DocketLine, _ before: SessionChange.Place?, _ selection: DocketSelection, _ scope: Scope,
    _ house: DocketHouse
  ) -> DocketChange? {
    guard selection.includes(line, before: before) else { return nil }
    let isOff = line.state == .cancelled
    let isBackAgain = before == SessionChange.Place(start: line.start, advocate: line.session.advocate)
    let kind: NoticeKind
    switch (before, isOff) {
    case (nil, true): return nil
    case (nil, false): kind = .new
    case (_, true): kind = .cancelled
    case (_, false): kind = .moved
    }
    let isElsewhere = kind == .moved && !isBackAgain
    let isGate = scope.reach == .gate
    return DocketChange(
      kind: kind, line: isGate ? line.withoutLegalDetails : line,
      formerStart: isElsewhere ? before?.start : nil,
      formerAdvocate: isElsewhere && !isGate && before?.advocate != line.session.advocate
        ? before.flatMap { house.advocates[$0.advocate] } : nil)
  }
}
