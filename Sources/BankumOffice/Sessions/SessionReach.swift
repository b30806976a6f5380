import BankumModel
import BankumPlanning
import BankumStore

extension Scope {
  /// On whose behalf somebody of this reach acts.
  var actor: Actor { partner == nil ? .registrar : .partner }

  /// Whether somebody of this reach sees a meeting: a partner its own, and no draft.
  func sees(_ session: Session) -> Bool {
    switch reach {
    case .house: true
    case .partner(let partner, _): session.partner == partner && session.state != .draft
    case .gate: false
    }
  }
}

extension Reading {
  /// A meeting within somebody's reach; another's does not exist.
  func session(_ id: Session.ID, for scope: Scope) throws -> Session {
    guard let session = try find(id), scope.sees(session) else { throw OfficeError.notFound("session", id.text) }
    return session
  }

  /// The rule set over the facts of now. `adding`: a request that is looked at as if it were in the register.
  func rules(at now: CivilTime, adding request: Request? = nil) throws -> RuleCheck {
    var (facts, _) = try houseFacts(at: now)
    if let request { facts.requests.append(request) }
    do throws(PlanningError) { return RuleCheck(try FactIndex(facts, period: try PlanningPeriod(facts))) } catch {
      throw OfficeError(error)
    }
  }
}

extension Transaction {
  /// Writes meetings that may change places; somebody who is taken then is a refusal, not a fault.
  func place(_ sessions: [Session]) throws {
    do { try put(rearranged: sessions) } catch  where error.code == .doubleBooking {
      throw OfficeError.refused(.sessions(.taken))
    }
  }

  /// Refuses a meeting to come that the rules forbid by now, with all that counts of them; those that two people
  /// overrode for it do not.
  func checkRules(
    of session: Session, at now: CivilTime, counting: (RuleBreach) -> Bool = { _ in true }
  ) throws {
    guard session.start > now else { return }
    let broken = try rules(at: now).breaches(session).filter {
      counting($0) && !session.brokenRules.contains($0.rule.code)
    }
    guard broken.isEmpty else { throw OfficeError.refused(.sessions(.rules(broken))) }
  }
}
