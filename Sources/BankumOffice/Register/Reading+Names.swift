import BankumExchange
import BankumModel
import BankumStore

extension Reading {
  /// The block of an id or name.
  func block(resolving text: String, _ place: String = "block") throws -> Block {
    try meant(text, "block", place, try all(Block.self)) { [$0.name] }
  }

  /// The room of an id or name.
  func room(resolving text: String, _ place: String = "room") throws -> Room {
    try meant(text, "room", place, try all(Room.self)) { [$0.name] }
  }

  /// The programme of an id or name.
  func programme(resolving text: String, _ place: String = "training") throws -> TrainingProgramme {
    try meant(text, "training", place, try all(TrainingProgramme.self)) { [$0.name] }
  }

  /// The partner of an id, a name or a short name, within reach.
  func partner(resolving text: String, _ place: String = "partner", in scope: Scope) throws -> Partner {
    let all = try all(Partner.self).filter { scope.partner == nil ? scope.reach == .house : $0.id == scope.partner }
    return try meant(text, "partner", place, all) { [$0.name, $0.shortName] }
  }

  /// The advocate of an id or name, within reach.
  func advocate(resolving text: String, _ place: String = "advocate", in scope: Scope) throws -> Advocate {
    let all = try all(Advocate.self).filter {
      scope.partner == nil ? scope.reach == .house : $0.partner == scope.partner
    }
    return try meant(text, "advocate", place, all) { [$0.name] }
  }

  /// The same for somebody who wants to change him: any for the house, all of a partner for its coordinator, himself
  /// for an advocate.
  func advocate(toChange text: String, _ place: String = "advocate", in scope: Scope) throws -> Advocate {
    let found = try advocate(resolving: text, place, in: scope)
    if case .partner(_, let own?) = scope.reach, own != found.id { throw OfficeError.notFound("advocate", text) }
    return found
  }

  /// The same; nobody named is whoever asks, if he is an advocate.
  func advocate(toChange text: String?, _ place: String = "advocate", in scope: Scope) throws -> Advocate {
    if let text { return try advocate(toChange: text, place, in: scope) }
    guard case .partner(_, let own?) = scope.reach else { throw OfficeError.invalid(place, nil, .given) }
    return try advocate(toChange: own.text, place, in: scope)
  }

  /// The case of an id or number, within reach.
  func caseFile(resolving text: String, _ place: String = "case", in scope: Scope) throws -> CaseFile {
    let reach = try CaseReach(self, scope)
    let found: [CaseFile]
    if let id = try? CaseFile.ID(parsing: text) {
      found = try reach.seen(try find(id).map { [$0] } ?? [])
    } else {
      found = try reach.seen(try cases(numbered: text))
    }
    guard let first = found.first else { throw OfficeError.notFound("case", text) }
    guard found.count == 1 else { throw OfficeError.invalid(place, text, .severalMeant) }
    return first
  }

  private func meant<Value: Stored & Entity>(
    _ text: String, _ kind: String, _ place: String, _ values: [Value], _ names: (Value) -> [String]
  ) throws -> Value {
    if let id = try? Identifier<Value>(parsing: text) {
      guard let found = values.first(where: { $0.id == id }) else { throw OfficeError.notFound(kind, text) }
      return found
    }
    let key = TextKey.of(text)
    let found = values.filter { value in names(value).contains { TextKey.of($0) == key } }
    guard let first = found.first else { throw OfficeError.notFound(kind, text) }
    guard found.count == 1 else { throw OfficeError.invalid(place, text, .severalMeant) }
    return first
  }
}
