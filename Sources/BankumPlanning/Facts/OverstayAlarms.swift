import BankumModel

/// Which request of each person takes the one meeting that an overstay calls for; his others rank by what else they are.
struct OverstayAlarms {
  private let chosen: [Inmate.ID: Request.ID]

  init(_ profiles: [RequestProfile], _ facts: HouseFacts) {
    let overdue = profiles.filter { $0.priority.factors.contains { $0.kind == .overstay } }
    let planned = Set(facts.sessions.filter(\.state.isPublished).compactMap(\.request))
    func key(_ profile: RequestProfile) -> Key {
      let open = facts.partners.contains {
        !profile.request.excludedPartners.contains($0.id) && profile.conflicts[$0.id] == nil
      }
      return Key(
        isPlanned: planned.contains(profile.request.id), isPossible: open && profile.earliest != nil,
        since: profile.request.waitsSince,
        content: [
          profile.request.service.code, profile.request.skill?.code ?? "", profile.request.language?.code ?? "",
          profile.request.advocateSex?.code ?? "", "\(profile.minutes)",
        ])
    }
    chosen = Dictionary(grouping: overdue, by: \.inmate.id).compactMapValues { own in
      own.min { key($0) < key($1) }?.request.id
    }
  }

  /// Whether another request of his is the one.
  func isAnswered(_ profile: RequestProfile) -> Bool {
    chosen[profile.inmate.id].map { $0 != profile.request.id } ?? false
  }

  /// First what has a meeting, then what can have one, then who waits longest, then what it is; never an id. Requests
  /// that are alike in all of it may stand for each other.
  private struct Key: Comparable {
    let isPlanned: Bool
    let isPossible: Bool
    let since: CivilDate
    let content: [String]

    static func < (left: Key, right: Key) -> Bool {
      if left.isPlanned != right.isPlanned { return left.isPlanned }
      if left.isPossible != right.isPossible { return left.isPossible }
      if left.since != right.since { return left.since < right.since }
      return left.content.lexicographicallyPrecedes(right.content)
    }
  }
}
