package import BankumModel

// The names say what a list of kept changes shows: those of the fields in the model. A test counts them.

extension Partner: FieldListed {
  package static let fieldNames = [
    "shortName", "name", "agreement", "accreditationClass", "accreditation", "capacity", "sharePerMille", "quota",
  ]
}

extension Advocate: FieldListed {
  package static let fieldNames = [
    "partner", "name", "kind", "sex", "licence", "employment", "dailyCap", "weeklyCap", "skills", "languages",
    "licenceNumber", "absences",
  ]
}

extension Availability: FieldListed {
  package static let fieldNames = ["advocate", "weekday", "days", "hours", "confirmedOn"]
}

extension Room: FieldListed {
  package static let fieldNames = [
    "name", "kind", "isConfidential", "isAccessible", "places", "reservations", "closures",
  ]
}

extension Block: FieldListed {
  package static let fieldNames = ["name", "kind", "escortCapacity", "fetchMinutes"]
}

extension TrainingProgramme: FieldListed {
  package static let fieldNames = ["name", "kind", "timetable"]
}

extension Inmate: FieldListed {
  package static let fieldNames = [
    "block", "presence", "name", "aliases", "registerEntries", "serialNumber", "birthDate", "sex", "residence",
    "enteredOn", "sentenceEndsOn", "cell", "languages", "needs", "training", "departedOn",
  ]
}

extension CaseFile: FieldListed {
  package static let fieldNames = [
    "number", "articles", "threat", "law", "parties", "relations", "linkedFiles", "verdict",
  ]
}

extension DetentionTerm: FieldListed {
  package static let fieldNames = ["inmate", "caseFile", "first", "last", "stage", "law", "grant", "letter"]
}

extension Hearing: FieldListed {
  package static let fieldNames = ["inmate", "caseFile", "advocate", "date", "status", "court", "isOnline"]
}

extension KeepApart: FieldListed {
  package static let fieldNames = ["one", "other", "days", "reason"]
}

extension Mandate: FieldListed {
  package static let fieldNames = [
    "inmate", "partner", "advocate", "caseFile", "days", "letter", "endReason",
  ]
}

extension Request: FieldListed {
  package static let fieldNames = [
    "inmate", "service", "state", "submittedOn", "caseFile", "wishPartner", "offer.partner", "channel", "topic",
    "exclusions", "advocateSex", "skill", "language", "needs", "povertyProof", "permit", "missing", "offer",
    "waitingSince", "lostMeetings", "closing",
  ]
}

extension Session: FieldListed {
  package static let fieldNames = [
    "request", "service", "inmate", "partner", "advocate", "room", "date", "hours", "callAt", "state",
    "isFirstMeeting", "mandate", "isPinned", "origin", "brokenRules", "effect", "changeReason",
  ]
}

extension ReviewEntry: FieldListed {
  package static let fieldNames = [
    "kind", "isOpen", "inmate", "batch", "madeAt", "candidates", "details", "resolution", "resolvedBy",
  ]
}

extension Notice: FieldListed {
  package static let fieldNames = [
    "partner", "advocate", "session", "request", "education", "kind", "planVersion", "madeAt", "acknowledgedAt",
    "acknowledgedBy",
  ]
}

extension HolidayYear: FieldListed {
  package static let fieldNames: [String] = []
  package static func name(ofRow rowKey: Int64) -> String { "\(rowKey)" }
}

extension Holiday: FieldListed {
  package static let fieldNames = ["kind", "mayMove", "name"]
  package static func name(ofRow rowKey: Int64) -> String { CivilDate(dayNumber: Int(rowKey)).text }
}

extension WeekdayHours: FieldListed {
  package static let fieldNames = ["hours"]
  package static func name(ofRow rowKey: Int64) -> String {
    Weekday.allCases.first { $0.isoNumber == rowKey }?.code ?? "\(rowKey)"
  }
}

extension CalendarDecision: FieldListed {
  package static let fieldNames = ["scope", "days.first", "days.last", "weekday", "reason", "effect"]
  package static func name(ofRow rowKey: Int64) -> String { "\(rowKey)" }
}
