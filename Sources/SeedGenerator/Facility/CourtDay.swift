import BankumModel

/// A day in court.
struct CourtDay {
  var id: Hearing.ID
  var person: Int
  var matter: Int
  var date: CivilDate
  var isOnline: Bool
  var status: HearingStatus
}
