import BankumModel
import BankumStore

/// Everything that an import can write, as the register holds it.
struct RegisterPicture: Equatable {
  let blocks: [Block]
  let partners: [Partner]
  let advocates: [Advocate]
  let availability: [Availability]
  let rooms: [Room]
  let programmes: [TrainingProgramme]
  let inmates: [Inmate]
  let cases: [CaseFile]
  let keepApart: [KeepApart]
  let mandates: [Mandate]
  let hearings: [Hearing]
  let terms: [DetentionTerm]
  let requests: [Request]
  let sessions: [Session]
  let years: [HolidayYear]
  let holidays: [Holiday]
  let hours: [WeekdayHours]
  let decisions: [CalendarDecision]
  let reviews: [ReviewEntry]
  let notices: [Notice]
  let contacts: [Contact]

  init(_ reading: Reading) throws {
    blocks = try reading.all()
    partners = try reading.all()
    advocates = try reading.all()
    availability = try reading.all()
    rooms = try reading.all()
    programmes = try reading.all()
    inmates = try reading.all()
    cases = try reading.all()
    keepApart = try reading.all()
    mandates = try reading.all()
    hearings = try reading.all()
    terms = try reading.all()
    requests = try reading.all()
    sessions = try reading.all()
    years = try reading.all()
    holidays = try reading.all()
    hours = try reading.all()
    decisions = try reading.all()
    reviews = try reading.all()
    notices = try reading.all()
    contacts = try reading.contacts()
  }
}
