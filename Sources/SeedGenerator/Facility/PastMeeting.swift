import BankumModel

/// A meeting that is over.
struct PastMeeting {
  var id: Session.ID
  var person: Int
  var advocate: Int
  var room: Int
  var date: CivilDate
  var hours: MinuteRange
  var service: Service
  var outcome: SessionState
  var wish: Request.ID?
}
