import BankumModel

/// A sample facility, whole and clean; `FacilityFiles` writes it down with its dirt. People and cases are known by
/// their index.
struct Facility {
  let options: Options
  /// The day on which the facility stands: the morning of the demonstration.
  let today: CivilDate
  let calendar: [HolidayLine]
  var people: [Person] = []
  var matters: [Matter] = []
  var blocks: [Block] = []
  var rooms: [Room] = []
  var programmes: [TrainingProgramme] = []
  var partners: [Partner] = []
  var counsel: [Advocate] = []
  var availability: [Availability] = []
  var hearings: [CourtDay] = []
  var keepApart: [ApartOrder] = []
  var mandates: [PowerOfAttorney] = []
  var wishes: [Wish] = []
  var meetings: [PastMeeting] = []
}
