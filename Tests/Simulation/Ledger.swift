import BankumModel
import BankumPlanning

extension WaitingRequest {
  /// Whether waiting is all that keeps it from a place: some partner may serve it, and its visit is not forbidden.
  var isEligible: Bool { !hasNoEligiblePartner && !reasons.contains { $0.breach.rule == .permitRefused } }
}

/// What happened to every request, so that none can vanish and every wait is known.
struct Ledger {
  /// One request.
  struct Entry {
    let filedOn: CivilDate
    /// How it ended; nil while open.
    var closing: ClosingReason?
    /// Its tier without waiting when it was placed last, or when it waited last.
    var baseTier = 4
    /// The highest promotion by waiting that it saw.
    var promotions = 0
    /// Working days from which waiting counts until a plan with a place for it was published; nil: not yet.
    var waitedForPlace: Int?
    /// Whether the last run found that no partner may serve it, or that its permit was refused.
    var isWithoutPartner = false
    /// Meetings that took place.
    var meetings = 0
  }

  /// Everything that was ever filed.
  private(set) var entries: [Request.ID: Entry] = [:]
  /// Working days from the beginning of waiting to a meeting that took place, by tier without waiting.
  private(set) var waits: [Int: [Int]] = [:]
  /// Working days to the first place, by tier without waiting.
  private(set) var placeWaits: [Int: [Int]] = [:]
  /// How long those who still wait have waited, by tier without waiting; those without any partner apart.
  private(set) var waiting: [Int: [Int]] = [:]
  private(set) var withoutPartner = 0
  /// Meetings held, by partner.
  private(set) var meetings: [Partner.ID: Int] = [:]
  /// Meetings that counsel missed, by partner.
  private(set) var noShows: [Partner.ID: Int] = [:]
  /// How the meetings ended.
  private(set) var outcomes: [SessionState: Int] = [:]
  /// The weeks so far.
  private(set) var weeks: [Week] = []
  /// The longest wait of a request until a place for it was published.
  private(set) var longestPlaceWait = 0
  /// The longest time that an eligible request stood in the first tier without a place, in working days of runs.
  private(set) var longestInFirstTier = 0
  /// What kept that one from a place when it had stood so long.
  private(set) var longestReasons: [HouseRule] = []
  private var current = Week(number: 1)

  mutating func file(_ request: Request) {
    entries[request.id] = Entry(filedOn: request.submittedOn)
    current.filed += 1
  }

  mutating func close(_ request: Request, _ reason: ClosingReason, on date: CivilDate) throws {
    guard var entry = entries[request.id], entry.closing == nil else { throw Broken("\(request.id) ended twice") }
    entry.closing = reason
    entries[request.id] = entry
    current.closed += 1
  }

  mutating func place(_ request: Request, _ profile: RequestProfile, waited: Int) throws {
    guard var entry = entries[request.id] else { throw Broken("\(request.id) was never filed") }
    entry.baseTier = profile.priority.baseTier
    entry.promotions = max(entry.promotions, min(profile.priority.promotions, profile.priority.baseTier - 1))
    entry.isWithoutPartner = false
    if entry.waitedForPlace == nil {
      entry.waitedForPlace = waited
      placeWaits[entry.baseTier, default: []].append(waited)
    }
    entries[request.id] = entry
    current.placed += 1
    if profile.priority.tier == 1 { current.placedInFirstTier += 1 }
    longestPlaceWait = max(longestPlaceWait, waited)
  }

  mutating func wait(_ request: Request, _ waiting: WaitingRequest) throws {
    guard var entry = entries[request.id] else { throw Broken("\(request.id) was never filed") }
    entry.baseTier = waiting.priority.baseTier
    entry.promotions = max(entry.promotions, min(waiting.priority.promotions, waiting.priority.baseTier - 1))
    entry.isWithoutPartner = !waiting.isEligible
    entries[request.id] = entry
  }

  mutating func serve(_ request: Request, waited: Int) throws {
    guard var entry = entries[request.id] else { throw Broken("\(request.id) was never filed") }
    entry.meetings += 1
    waits[entry.baseTier, default: []].append(waited)
    // If he needs another meeting, the waiting for it begins anew.
    entry.waitedForPlace = nil
    entries[request.id] = entry
  }

  mutating func report(_ session: Session) {
    outcomes[session.state, default: 0] += 1
    if session.state.isMeeting { meetings[session.partner, default: 0] += 1 }
    if session.state == .noShowAdvocate { noShows[session.partner, default: 0] += 1 }
    if session.state.isMeeting { current.held += 1 }
  }

  /// A working day has begun.
  mutating func countWorkingDay() { current.workingDays += 1 }

  /// What a run saw of the first tier.
  mutating func note(firstTierWaiting: Int, longest: Int, reasons: [HouseRule]) {
    current.firstTierWaiting = max(current.firstTierWaiting, firstTierWaiting)
    guard longest > longestInFirstTier else { return }
    longestInFirstTier = longest
    longestReasons = reasons
  }

  mutating func closeWeek(_ number: Int, open: [Request]) {
    current.number = number
    current.open = open.count
    weeks.append(current)
    current = Week(number: number + 1)
  }

  /// Counts who still waits on the last day.
  mutating func finish(_ facts: HouseFacts) throws {
    for request in facts.requests {
      guard let entry = entries[request.id] else { throw Broken("\(request.id) was never filed") }
      if entry.isWithoutPartner || request.state == .noEligiblePartner {
        withoutPartner += 1
      } else if entry.waitedForPlace == nil {
        let waited = try facts.calendar.workingDays(after: request.waitsSince, through: facts.today)
        waiting[entry.baseTier, default: []].append(waited)
      }
    }
  }

  /// How many ended for each reason.
  var closings: [ClosingReason: Int] {
    entries.values.compactMap(\.closing).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// How many were lifted by waiting, by the tiers gained.
  var promoted: [Int: Int] { entries.values.reduce(into: [:]) { $0[$1.promotions, default: 0] += 1 } }
}
