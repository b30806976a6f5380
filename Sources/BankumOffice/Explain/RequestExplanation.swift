package import BankumModel
package import BankumPlanning

/// Why a request is where it is, cut to what one reader may know.
package struct RequestExplanation: Sendable {
  /// The meeting that it has.
  package struct Meeting: Sendable {
    /// The meeting; a draft among the registrar's only.
    package let session: Session
    /// Where.
    package let room: Room?
    /// With whom; nil for a guard.
    package let advocate: Advocate?
    /// For which partner; nil for a guard.
    package let partner: Partner?
  }

  /// One reason, with whom or what it concerns.
  package struct Reason: Sendable {
    /// The rule and its values.
    package let breach: RuleBreach
    /// How many days of advocates it excludes.
    package let days: Int
    /// The partner that it concerns.
    package let partner: Partner?
    /// The advocate that it concerns.
    package let advocate: Advocate?
    /// The room that it concerns.
    package let room: Room?
  }

  /// Another place.
  package struct Alternative: Sendable {
    /// With whom.
    package let advocate: Advocate
    /// The day.
    package let date: CivilDate
    /// The half-day's hours.
    package let hours: MinuteRange
    /// What others would lose by it; nil for a reader who may not weigh others.
    package let loss: Int?
  }

  /// The request.
  package let request: Request
  /// For whom this is made.
  package let audience: Audience
  /// Its meeting; nil if it has none that the reader may see.
  package internal(set) var meeting: Meeting?
  /// The place in the reader's queue.
  package internal(set) var place: Int?
  /// Tier, points and factors.
  package internal(set) var priority: Priority?
  /// Why it waits; or, if it has a meeting, what that breaks now.
  package internal(set) var reasons: [Reason] = []
  /// The same for the inmate.
  package internal(set) var inmateReasons: [InmateReason] = []
  /// Other places, the least loss first.
  package internal(set) var alternatives: [Alternative] = []
  /// The smallest change that would place it.
  package internal(set) var smallestChange: [WhatIf] = []
  /// Who would get the place that the change opens, were it not kept for this request; nil for nobody, and for readers
  /// other than the registrar.
  package internal(set) var rival: Request.ID?
  /// When its turn can be expected.
  package internal(set) var expected: DateRange?
}
