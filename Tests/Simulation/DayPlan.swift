import BankumModel
import BankumPlanning

/// What a policy decides on one morning: the same form for all, so that all are published and checked alike.
struct DayPlan {
  /// A meeting that is new, or stands in the place of a published one.
  struct Meeting {
    let request: Request.ID
    let advocate: Advocate.ID
    let room: Room.ID
    let date: CivilDate
    let hours: MinuteRange
    let callAt: MinuteOfDay
    /// The published meeting that it stands for; nil: a new one.
    var instead: Session.ID?
    /// Whether that one had broken a rule.
    var isRepair = false
  }

  var meetings: [Meeting] = []
  /// Published meetings that are called off; true: because they had broken a rule.
  var calledOff: [Session.ID: Bool] = [:]

  init() {}

  /// What a run of the product decided.
  init(_ decisions: Decisions) {
    for (id, breaches) in decisions.givenUp { calledOff[id] = !breaches.isEmpty }
    for planned in decisions.sessions {
      var meeting = Meeting(
        request: planned.request, advocate: planned.advocate, room: planned.room, date: planned.date,
        hours: planned.hours, callAt: planned.callAt)
      switch planned.change {
      case .kept: continue
      case .new: break
      case .moved(let id): meeting.instead = id
      case .repaired(let id): (meeting.instead, meeting.isRepair) = (id, true)
      }
      meetings.append(meeting)
    }
  }
}
