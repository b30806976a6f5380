import BankumModel
import BankumPlanning
import BankumStore
import JSON

/// What somebody wants to be done in spite of a rule: the details of a review entry of kind `override`, until a second
/// person decides.
struct OverrideWish: Sendable, Equatable {
  /// The kind of such review entries.
  static let kind = ReviewKind.override.code

  /// What is to be done.
  enum Deed: Sendable, Equatable {
    /// This meeting goes there.
    case move(Session.ID, Placement, ChangeReason?)
    /// This partner may serve the inmate.
    case serve(Inmate.ID, Partner.ID)
  }

  let deed: Deed
  /// The rules that forbid it.
  let rules: Set<HouseRule>
  /// Why it shall be done nevertheless.
  let reason: String
  /// Who asked.
  let askedBy: UInt32

  init(_ deed: Deed, rules: Set<HouseRule>, reason: String, askedBy: UInt32) {
    self.deed = deed
    self.rules = rules
    self.reason = reason
    self.askedBy = askedBy
  }

  /// As the review entry keeps it.
  var details: JSONValue {
    var object: JSONObject = [
      "rules": .array(rules.map(\.code).sorted().map { .string($0) }), "reason": .string(reason),
      "askedBy": .integer(Int64(askedBy)),
    ]
    switch deed {
    case .move(let session, let place, let why):
      object["session"] = .string(session.text)
      object["request"] = .string(place.request.text)
      object["advocate"] = .string(place.advocate.text)
      object["room"] = .string(place.room.text)
      object["date"] = .string(place.date.text)
      object["start"] = .string(place.start.text)
      object["minutes"] = place.minutes.map { .integer(Int64($0)) } ?? .null
      object["changeReason"] = why.map { .string($0.code) } ?? .null
    case .serve(let inmate, let partner):
      object["inmate"] = .string(inmate.text)
      object["partner"] = .string(partner.text)
    }
    // The review shows what it has as headings and fields.
    let lines = object.members.filter { $0.value != .null && $0.name != "rules" }
    let codes = rules.map(\.code).sorted().joined(separator: ", ")
    object["headers"] = .array([.string("rules")] + lines.map { .string($0.name) })
    object["fields"] = .array(
      [.string(codes)]
        + lines.map { line in
          if case .string(let text) = line.value { .string(text) } else { .string(line.value.text()) }
        })
    return .object(object)
  }

  /// The wish of a review entry; nil for one that is none.
  init?(_ entry: ReviewEntry) {
    guard entry.kind == Self.kind, case .object(let object) = entry.details,
      case .array(let codes)? = object["rules"], case .integer(let user)? = object["askedBy"],
      case .string(let reason)? = object["reason"]
    else { return nil }
    func text(_ key: String) -> String? { if case .string(let text)? = object[key] { text } else { nil } }
    func id<Kind>(_ key: String) -> Identifier<Kind>? { text(key).flatMap { try? Identifier(parsing: $0) } }
    let rules = codes.compactMap { code -> HouseRule? in
      if case .string(let code) = code { HouseRule(rawValue: code) } else { nil }
    }
    let deed: Deed
    if let session: Session.ID = id("session"), let request: Request.ID = id("request"),
      let advocate: Advocate.ID = id("advocate"), let room: Room.ID = id("room"),
      let date = text("date").flatMap({ try? CivilDate(parsing: $0) }),
      let start = text("start").flatMap({ try? MinuteOfDay(parsing: $0) })
    {
      var minutes: Int?
      if case .integer(let number)? = object["minutes"] { minutes = Int(number) }
      deed = .move(
        session,
        Placement(request: request, advocate: advocate, room: room, date: date, start: start, minutes: minutes),
        text("changeReason").flatMap { ChangeReason(rawValue: $0) })
    } else if let inmate: Inmate.ID = id("inmate"), let partner: Partner.ID = id("partner") {
      deed = .serve(inmate, partner)
    } else {
      return nil
    }
    self.init(deed, rules: Set(rules), reason: reason, askedBy: UInt32(truncatingIfNeeded: user))
  }
}
