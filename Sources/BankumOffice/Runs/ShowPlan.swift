package import BankumModel
import BankumStore

/// A plan with what it changes, each meeting as a line of a docket.
package struct PlanPage: Sendable, Equatable {
  /// The plan.
  package let plan: BankumModel.Plan
  /// What it changes, by time.
  package let changes: [PlanChange]
}

/// One thing that a plan does.
package struct PlanChange: Sendable, Equatable {
  /// New, moved or called off.
  package let kind: NoticeKind
  /// The meeting where the plan puts it; of one that is called off where it was.
  package let session: Session
  /// Who is met.
  package let inmate: Inmate
  /// With whom.
  package let advocate: Advocate?
  /// Where.
  package let room: Room?
  /// The meeting as it is in force, of one that a draft moves.
  package let former: Session?
  /// Who was to come then, when that changes.
  package let formerAdvocate: Advocate?
}

extension Office {
  /// A plan: of a version, or the draft, or without one what is in force.
  ///
  /// A draft is told against what is in force. Everybody in it is noted in the audit log.
  /// - Parameter isDraftOnly: whether what is in force will not do.
  /// - Throws: `OfficeError.notFound`, `StoreError`.
  package func showPlan(
    version: Int?, isDraftOnly: Bool, _ scope: Scope, method: String
  ) async throws -> PlanPage {
    try await register.read(as: scope.call(method)) { reading in
      let plan = try Self.plan(version, isDraftOnly, reading)
      let isDraft = plan.state == .draft
      var changes: [PlanChange] = []
      func add(_ kind: NoticeKind, _ id: Session.ID, to move: PlanMove? = nil) throws {
        // Draft meetings go with their draft, and a plan that was discarded keeps their ids.
        guard let before = try reading.find(id) else { return }
        let inmate = try reading.required(before.inmate)
        let session = move.map { before.placed(by: $0) } ?? before
        let former = isDraft && kind == .moved ? before : nil
        changes.append(
          PlanChange(
            kind: kind, session: session, inmate: inmate, advocate: try reading.required(session.advocate),
            room: try reading.required(ifSet: session.room), former: former,
            formerAdvocate: try former.flatMap {
              $0.advocate == session.advocate ? nil : try reading.required($0.advocate)
            }))
      }
      for id in plan.added { try add(.new, id) }
      for move in plan.moved { try add(.moved, move.session, to: move) }
      for id in plan.cancelled { try add(.cancelled, id) }
      reading.touch(changes.map(\.inmate.id))
      changes.sort { ($0.session.start, $0.session.id.bits) < ($1.session.start, $1.session.id.bits) }
      return PlanPage(plan: plan, changes: changes)
    }
  }

  private static func plan(_ version: Int?, _ isDraftOnly: Bool, _ reading: Reading) throws -> BankumModel.Plan {
    if let version {
      guard let found = try reading.list(Filter<BankumModel.Plan>.version(version)).first else {
        throw OfficeError.notFound("plan", "\(version)")
      }
      return found
    }
    if let draft = try reading.list(Filter<BankumModel.Plan>.draft).first { return draft }
    guard !isDraftOnly, let published = try reading.list(Filter<BankumModel.Plan>.published).first else {
      throw OfficeError.notFound(isDraftOnly ? "draft" : "plan", "")
    }
    return published
  }
}

extension Session {
  /// The meeting where a plan puts it.
  fileprivate func placed(by move: PlanMove) -> Session {
    var session = self
    session.advocate = move.advocate
    session.room = move.room
    session.date = move.date
    session.hours = move.hours
    session.callAt = move.callAt
    return session
  }
}
