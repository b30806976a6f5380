package import BankumModel
import BankumStore
import JSON

extension Office {
  /// Enters a rule that holds from a day on. Nothing is changed in place: what held before stays in the history, and of
  /// two entries for one day the later holds.
  ///
  /// A rule of the law that is not confirmed is a proposal and holds once an officer confirms it; it may be for days gone
  /// by, and the history shows when it was entered. Rules of the agreement and of the house hold at once, and from today
  /// on at the earliest: a plan that was made stays explained by the rules of its day.
  /// - Parameter confirms: Whether an officer confirms it with this.
  /// - Throws: `OfficeError`: `invalid`, `notFound`; `refused` if somebody else than an officer would confirm it;
  ///   `StoreError`.
  package func setRule(
    _ key: String, _ value: String, from day: CivilDate, source: String, confirms: Bool,
    _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    let today = clock.today
    guard let definition = RuleCatalogue.definition(of: RuleKey(key)) else { throw OfficeError.notFound("rule", key) }
    var problems: [OfficeProblem] = []
    var read: RuleValue?
    do throws(ModelError) { read = try definition.value(parsing: value) } catch {
      problems.append(OfficeProblem(place: "value", value: value, expected: .described(definition.expectation)))
    }
    if definition.authority != .law, day < today {
      problems.append(OfficeProblem(place: "from", value: day.text, expected: .dayFrom(today)))
    }
    if source.utf8.allSatisfy({ $0 == 0x20 }) {
      problems.append(OfficeProblem(place: "source", value: nil, expected: .given))
    }
    guard problems.isEmpty, let read else { throw OfficeError.invalid(problems) }
    if confirms {
      guard order.scope.role == .officer else { throw OfficeError.refused(.house(.officerConfirms)) }
      guard definition.authority == .law else { throw OfficeError.refused(.house(.nothingToConfirm)) }
    }
    let account = account(order.scope.uid)
    let rule = Rule(
      key: definition.key, value: read, validFrom: day, source: source, confirmedBy: confirms ? account : nil,
      confirmedOn: confirms ? today : nil, recordedBy: account, recordedOn: today)
    return try await write(order) { transaction in
      try Self.checkValues(rule, transaction)
      return try Self.enter(rule, transaction)
    }
  }

  /// An officer has compared a rule of the law with its source.
  /// - Parameter day: The first day of the rule meant; nil: the only one of the key that waits.
  /// - Throws: `OfficeError`: `notFound`, `invalid` if several wait; `refused` if none does; `StoreError`.
  package func confirmRule(_ key: String, from day: CivilDate?, _ order: WriteOrder<RegisterOutcome>) async throws
    -> RegisterOutcome
  {
    let today = clock.today
    let account = account(order.scope.uid)
    guard let definition = RuleCatalogue.definition(of: RuleKey(key)) else { throw OfficeError.notFound("rule", key) }
    return try await write(order) { transaction in
      let rules = try transaction.rules()
      let entry = RuleEntry(
        definition: definition, current: rules.rule(definition.key, on: today),
        history: rules.history(of: definition.key))
      let waiting = entry.waiting.filter { day == nil || $0.validFrom == day }
      guard let rule = waiting.first else { throw OfficeError.refused(.house(.nothingToConfirm)) }
      guard waiting.count == 1 else {
        throw OfficeError.invalid("from", nil, .oneOf(waiting.map(\.validFrom.text)))
      }
      let confirmed = Rule(
        key: rule.key, value: rule.value, validFrom: rule.validFrom, source: rule.source, confirmedBy: account,
        confirmedOn: today, recordedBy: account, recordedOn: today)
      return try Self.enter(confirmed, transaction)
    }
  }

  /// What a day is worth must make sense as a whole, on the day of the rule and whenever another of them begins later: a
  /// table that would serve the queue backwards is refused with the key that does not fit.
  private static func checkValues(_ rule: Rule, _ transaction: Transaction) throws {
    func isOfValue(_ key: RuleKey) -> Bool { key.code.hasPrefix("value.") }
    guard isOfValue(rule.key) else { return }
    let table = try transaction.rules().adding(rule)
    let days = Set(table.all.filter { isOfValue($0.key) && $0.validFrom > rule.validFrom }.map(\.validFrom))
    do throws(ModelError) {
      for day in [rule.validFrom] + days.sorted() { _ = try DayValueRules(rules: table, on: day) }
    } catch {
      throw OfficeError.invalid(error.problems)
    }
  }

  private static func enter(_ rule: Rule, _ transaction: Transaction) throws -> RegisterOutcome {
    try transaction.put(rule)
    transaction.audit(targets: [rule.key.code])
    return RegisterOutcome(id: rule.key.code)
  }

  /// What the history says of an account.
  private func account(_ uid: UInt32) -> String { users.name(uid) ?? "uid-\(uid)" }
}
