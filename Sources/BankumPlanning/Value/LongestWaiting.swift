import BankumModel

/// Those who have waited longest, for whom a share of the places is kept whatever their tier.
///
/// Only who can be met at all counts, so that the share is not kept for nobody: somebody fits, comes in the period, and
/// may serve him. Equal waits that do not all fit in are left out together: nothing breaks a tie.
struct LongestWaiting {
  private let chosen: Set<Request.ID>

  init(_ profiles: [RequestProfile], _ index: FactIndex) {
    let share = index.numbers.value.longestWaitingShare
    let count = Self.places(index) * share / 1000
    guard count > 0 else {
      chosen = []
      return
    }
    let bySince = Dictionary(grouping: profiles, by: \.request.waitsSince).sorted { $0.key < $1.key }
    var chosen: Set<Request.ID> = []
    for (_, sameDay) in bySince {
      let possible = sameDay.filter { Self.canBeMet($0, index) }
      guard chosen.count + possible.count <= count else { break }
      chosen.formUnion(possible.map(\.request.id))
    }
    self.chosen = chosen
  }

  /// Whether a request is one of them.
  func contains(_ profile: RequestProfile) -> Bool { chosen.contains(profile.request.id) }

  /// About how many meetings the hours of the period hold.
  static func places(_ index: FactIndex) -> Int {
    let numbers = index.numbers
    let length = max(
      1, (numbers.sessionMinutes[.consultation] ?? 0) + numbers.firstMeetingExtraMinutes + numbers.bufferMinutes)
    var places = 0
    for advocate in index.facts.advocates {
      for date in index.period.days.days where !advocate.isAbsent(on: date) {
        let hours = Self.hours(of: advocate.id, on: date, index).intersection(index.openingHours[date] ?? .closed)
        places += min(advocate.dailyCap, hours.ranges.reduce(0) { $0 + $1.minutes / length })
      }
    }
    return places
  }

  private static func canBeMet(_ profile: RequestProfile, _ index: FactIndex) -> Bool {
    let request = profile.request
    guard profile.inmate.presence.isPlannable, profile.earliest.map({ $0 <= index.period.days.last }) ?? false,
      profile.due.map({ $0 >= index.period.days.first }) ?? true
    else { return false }
    return index.facts.advocates.contains { advocate in
      let partner = advocate.partner
      return profile.holder ?? partner == partner && !request.excludedPartners.contains(partner)
        && profile.conflicts[partner] == nil && index.partners[partner] != nil
        && request.skill.map(advocate.skills.contains) ?? true && advocate.sex == request.advocateSex ?? advocate.sex
        && !(profile.languages?.isDisjoint(with: advocate.languages) ?? false)
        && index.period.days.days.contains { date in
          !Self.hours(of: advocate.id, on: date, index).ranges.isEmpty && !advocate.isAbsent(on: date)
            && ServiceEligibility.refusals(
              service: request.service, kind: advocate.kind, partner: partner, isFirstMeeting: profile.isFirstMeeting,
              mandates: index.mandates[profile.inmate.id] ?? [], on: date
            ).isEmpty
        }
    }
  }

  /// Confirmed hours, and unconfirmed ones on a day without any.
  private static func hours(of advocate: Advocate.ID, on date: CivilDate, _ index: FactIndex) -> OpeningHours {
    let (fresh, stale) = index.hours(of: advocate, on: date)
    return fresh.ranges.isEmpty ? stale : fresh
  }
}
