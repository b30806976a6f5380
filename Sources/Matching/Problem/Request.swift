/// One who waits for one session.
package struct Request: Sendable, Equatable {
  /// The block the inmate is brought from.
  package var block: Int
  /// Slots, contiguous, inside one half-day.
  package var duration: Int
  /// 1 to 4. Tier 1 is strict: no sum of other tiers outweighs it.
  package var tier: Int
  /// For the order of the queue; the objective knows `weight` only.
  package var waitingDays: Int
  /// What serving is worth; not negative.
  package var weight: Int
  /// The first slot that a session may use.
  package var release: Int
  /// The slot by which a session has ended.
  package var due: Int
  /// The skill asked for, 0 to 63.
  package var skill: Int
  /// Whether an advocate without the skill is refused.
  package var skillHard: Bool
  /// The language needed, 0 to 63.
  package var language: Int
  /// The advocate's gender asked for, 0 for any.
  package var gender: Int
  /// Whether the room has to be accessible.
  package var accessible: Bool
  /// Partners that may not serve.
  package var excludedPartners: [Int]
  /// The advocate who knows the case.
  package var preferredAdvocate: Int?
  /// When the inmate is elsewhere.
  package var busy: [SlotRange]
  /// Advocates who may not serve: refusals, recusals.
  package var excludedAdvocates: [Int] = []
  /// The rooms that will do, or nil for all.
  package var eligibleRooms: [Int]?
  /// Prices of slots.
  package var costs: [SlotCost] = []
  /// If served, then by this advocate.
  package var pinnedAdvocate: Int?
  /// If served, then from this slot.
  package var pinnedStart: Int?
  /// If served, then in this room.
  package var pinnedRoom: Int?

  /// Makes a request; what goes beyond the instance file is set afterwards.
  package init(
    block: Int, duration: Int, tier: Int, waitingDays: Int = 0, weight: Int, release: Int = 0, due: Int,
    skill: Int = 0, skillHard: Bool = false, language: Int = 0, gender: Int = 0, accessible: Bool = false,
    excludedPartners: [Int] = [], preferredAdvocate: Int? = nil, busy: [SlotRange] = []
  ) {
    self.block = block
    self.duration = duration
    self.tier = tier
    self.waitingDays = waitingDays
    self.weight = weight
    self.release = release
    self.due = due
    self.skill = skill
    self.skillHard = skillHard
    self.language = language
    self.gender = gender
    self.accessible = accessible
    self.excludedPartners = excludedPartners
    self.preferredAdvocate = preferredAdvocate
    self.busy = busy
  }
}
