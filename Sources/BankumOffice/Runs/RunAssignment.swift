import BankumModel
import BankumPlanning
import BankumStore
import JSON
import Matching

extension Office {
  /// Plans the open requests of the house: looks at the register, solves beside it, and commits run and draft in one
  /// transaction if nothing was written meanwhile; else it begins once more, and then gives up.
  ///
  /// The draft that was there before is thrown away; one that says just the same stays. A dry run, and one with
  /// assumptions, writes nothing.
  /// - Parameter progress: told after each epoch of the search, on a thread of the engine.
  /// - Throws: `OfficeError`: `busy`, `invalid`, `refused`; `StoreError`.
  package func runAssignment(
    _ order: RunOrder, _ write: WriteOrder<RunOutcome>,
    progress: @escaping @Sendable (PlanningProgress) -> Void = { _ in }
  ) async throws -> RunOutcome {
    try await runExclusion.take {
      // A partner whose time has passed is left out before anything is planned; a trial changes nothing.
      if !order.isDryRun, order.whatIf.isEmpty { try await dailyRound(uid: write.scope.uid) }
      for _ in 0..<2 {
        let (planned, sequence) = try await plan(order, progress)
        if order.isDryRun || !order.whatIf.isEmpty { return try await answerTrial(planned, order, sequence, write) }
        if let outcome = try await commit(planned, order, sequence, write) { return outcome }
      }
      throw OfficeError.busy(.changingRegister)
    }
  }

  /// A plan and what it rests on.
  struct PlannedHouse: Sendable {
    let decisions: Decisions
    /// SHA-256 of the facts.
    let facts: [UInt8]
    /// Where the bound started from.
    let startPrices: [Int]?
    let digest: [UInt8]
    let milliseconds: Int
  }

  private func plan(
    _ order: RunOrder, _ progress: @escaping @Sendable (PlanningProgress) -> Void
  ) async throws -> (PlannedHouse, Int64) {
    let began = ContinuousClock.now
    let now = clock.civilNow
    let (facts, sequence) = try await register.readUnaudited { try $0.houseFacts(at: now) }
    if !order.isDryRun, order.whatIf.isEmpty, facts.rules.isSet(.scheduleEnabled, on: facts.today) == false {
      throw OfficeError.refused(.planning(.switchedOff))
    }
    do {
      let changes = try order.whatIf.flatMap { try WhatIf.changes(parsing: $0) }
      let assumed = try facts.applying(changes)
      let period = try PlanningPeriod(assumed, from: order.from, workingDays: order.days)
      let planning = try ProblemBuilder.build(try FactIndex(assumed, period: period))
      let effort = order.effort ?? (order.seconds == nil ? RunOrder.usualEffort : nil)
      let digest = Digest.sha256(assumed.digestBytes(period: period))
      let prices = try await register.readUnaudited { reading in
        try RunArchive.startPrices(
          after: try reading.list(Filter<Run>.latest(1)).first, facts: digest, effort: effort, seed: order.seed, reading
        )
      }
      var limits = Limits(
        effort: effort,
        milliseconds: order.seconds.map { $0 * 1_000 }, seed: order.seed,
        now: { Int(began.duration(to: .now) / .microseconds(1)) },
        progress: {
          progress(
            PlanningProgress(epoch: $0.epoch, planned: $0.planned, objective: $0.objective, bound: $0.bound))
        })
      limits.auditsFairness = true
      let plan = try await Engine.solveAside(planning.problem, limits, prices: prices)
      // Whoever asked has gone: the run ended early, and nothing comes of it.
      try Task.checkCancellation()
      let decisions = try Decisions(planning, plan)
      let later = plan.statistics.replans.map { " \($0.done):\($0.planned)" }.joined()
      let house = PlannedHouse(
        decisions: decisions, facts: digest, startPrices: prices,
        digest: Digest.sha256(digest + Array("\(plan.statistics.planned) \(order.seed)\(later)".utf8)),
        milliseconds: Int(began.duration(to: .now) / .milliseconds(1)))
      return (house, sequence)
    } catch let error as ModelError {
      throw OfficeError.invalid(error.problems, at: "whatIf")
    } catch let error as PlanningError {
      throw OfficeError(error)
    } catch let error as ProblemError {
      throw OfficeError.refused(.planning(.tooLarge("\(error.place)")))
    }
  }

  private func record(
    _ planned: PlannedHouse, _ order: RunOrder, _ sequence: Int64, by uid: UInt32
  ) throws -> Run {
    let plan = planned.decisions.plan
    return Run(
      id: newID(), startedAt: clock.now.adding(milliseconds: -Int64(planned.milliseconds)),
      milliseconds: planned.milliseconds, baseSequence: sequence, status: plan.isOptimal ? .optimal : .feasible,
      inputDigest: planned.digest, parametersText: order.json.text(), engineVersion: Engine.version,
      effort: plan.statistics.effort, seed: order.seed, objective: plan.score.total,
      bound: plan.certificate.bound, placed: planned.decisions.sessions.count,
      waiting: planned.decisions.waiting.count, changes: planned.decisions.changes, startedBy: uid)
  }

  /// Answers a run that changes nothing: only the reply is kept, for a call with a key.
  private func answerTrial(
    _ planned: PlannedHouse, _ order: RunOrder, _ sequence: Int64, _ write: WriteOrder<RunOutcome>
  ) async throws -> RunOutcome {
    let run = try record(planned, order, sequence, by: write.scope.uid)
    let today = clock.today
    return try await self.write(write) { transaction in
      transaction.discardAtEnd()
      transaction.touchAll(Request.self)
      return RunOutcome(
        run: run, isDryRun: true, published: nil, planned.decisions,
        alarms: try AlarmCount(transaction, write.scope.partner, today).counts())
    }
  }

  /// Writes run and draft; nil if the register has changed since.
  private func commit(
    _ planned: PlannedHouse, _ order: RunOrder, _ sequence: Int64, _ write: WriteOrder<RunOutcome>
  ) async throws -> RunOutcome? {
    let run = try record(planned, order, sequence, by: write.scope.uid)
    let civilNow = clock.civilNow
    let rules = planned.decisions.planning.index.facts.rules
    let publishesItself = write.scope.role == .runner && rules.isSet(.publishesItself, on: civilNow.date) == true
    let publishes = order.publishes || publishesItself
    do {
      return try await self.write(write) { transaction in
        guard try transaction.sequence() == sequence else { throw Stale() }
        try transaction.put(run)
        try RunArchive.keep(
          planned.decisions, facts: planned.facts, startPrices: planned.startPrices, of: run, transaction)
        let draft = try replaceDraft(planned.decisions, run, isPublished: publishes, transaction)
        try recordEligibility(planned.decisions, transaction)
        let version = try publishes ? publishIfLawful(draft, civilNow, transaction) : nil
        transaction.touchAll(Request.self)
        transaction.audit(targets: [run.id.text, draft.id.text])
        return RunOutcome(
          run: run, isDryRun: false, published: version, planned.decisions,
          alarms: try AlarmCount(transaction, write.scope.partner, civilNow.date).counts())
      }
    } catch is Stale {
      return nil
    }
  }

  /// Publishes, unless a meeting of the draft breaks a rule by now: that is found before anything is written, and the
  /// draft stays for the registrar.
  private func publishIfLawful(
    _ draft: BankumModel.Plan, _ now: CivilTime, _ transaction: Transaction
  ) throws -> Int? {
    do { return try publish(draft, now, transaction) } catch OfficeError.busy(.draftOutdated) { return nil }
  }

  /// The register is not any more as the plan saw it.
  private struct Stale: Error {}
}

extension RunOutcome {
  fileprivate init(
    run: Run, isDryRun: Bool, published: Int?, _ decisions: Decisions, alarms: [AlarmKind: Int]
  ) {
    let met = decisions.clocks.count(where: \.isMet)
    self.init(
      run: run, isDryRun: isDryRun, published: published, exceptions: decisions.fairness.count, clocksMet: met,
      clocksMissed: decisions.clocks.count - met, alarms: alarms)
  }
}

extension RuleTable {
  /// Whether a rule that is a switch is on; nil without such a rule, which planning then names.
  fileprivate func isSet(_ key: RuleKey, on date: CivilDate) -> Bool? { (try? integer(key, on: date)).map { $0 != 0 } }
}
