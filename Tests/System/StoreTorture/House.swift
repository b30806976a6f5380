import BankumModel
import BankumStore

/// A facility of ordinary size, every field from a number: for durations only.
struct House: Sendable {
  let people: Int
  let today = CivilDate(dayNumber: 20_780)
  let blocks: [Block]
  let partners: [Partner]
  let advocates: [Advocate]
  let rooms: [Room]

  init(people: Int) {
    self.people = people
    let always = OpenDateRange(CivilDate(dayNumber: 20_000))
    blocks = (0..<10).map { Block(id: Block.ID(bits: UInt64($0)), name: "B\($0)", escortCapacity: 6) }
    let partners = (0..<4).map { number in
      Partner(
        id: Partner.ID(bits: UInt64(number)), name: "LBH \(number)", shortName: "LBH\(number)", agreement: always,
        accreditationClass: .b, accreditation: always, capacity: 100, sharePerMille: 250)
    }
    self.partners = partners
    advocates = (0..<20).map { number in
      Advocate(
        id: Advocate.ID(bits: UInt64(number)), partner: partners[number % 4].id, name: "Advokat \(number)",
        kind: .advocate, sex: .male, licence: always, employment: always)
    }
    rooms = (0..<6).map { number in
      Room(id: Room.ID(bits: UInt64(number)), name: "R\(number)", isConfidential: true, isAccessible: number == 0)
    }
  }

  func put(into transaction: Transaction) throws {
    try transaction.put(all: blocks)
    try transaction.put(all: partners)
    try transaction.put(all: advocates)
    try transaction.put(all: rooms)
    try transaction.put(all: RuleDefaults.rules)
    try transaction.put(all: [HolidayYear(2026), HolidayYear(2027)])
  }

  private func person(_ number: Int) -> Inmate.ID { Inmate.ID(bits: UInt64(number % people + 1)) }

  func putWork(into transaction: Transaction) throws {
    try transaction.put(
      all: (0..<700).map { number in
        CaseFile(
          id: CaseFile.ID(bits: UInt64(number)), number: "\(number)/Pid.B/2026/PN Mdn", articles: "Pasal 114",
          law: .new,
          parties: (0...(number % 3)).map { CaseParty(inmate: person(number * 4 + $0), role: .accused) })
      })
    try transaction.put(
      all: (0..<people).map { number in
        let first = today.adding(days: -number % 20)
        return DetentionTerm(
          id: DetentionTerm.ID(bits: UInt64(number)), inmate: person(number), stage: .trial, law: .new, grant: .first,
          letter: "PEN-\(number)/2026", first: first, last: first.adding(days: 29))
      })
    try transaction.put(
      all: (0..<400).map { number in
        Hearing(
          id: Hearing.ID(bits: UInt64(number)), inmate: person(number * 7), date: today.adding(days: number % 15),
          court: "PN Medan")
      })
    try transaction.put(
      all: (0..<900).map { number in
        Request(
          id: Request.ID(bits: UInt64(number)), inmate: person(number * 3), service: .consultation,
          submittedOn: today.adding(days: -number % 90), channel: .written, topic: "penahanan")
      })
    var sessions: [Session] = []
    for number in 0..<456 {
      let (advocate, slot) = (advocates[number % 20], number / 20)
      let start = 480 + 45 * (slot % 5) + 0
      guard let from = MinuteOfDay(minutes: start), let to = MinuteOfDay(minutes: start + 45),
        let hours = MinuteRange(from, to)
      else { continue }
      sessions.append(
        Session(
          id: Session.ID(bits: UInt64(number)), request: Request.ID(bits: UInt64(number)), service: .consultation,
          inmate: person(number * 3), partner: advocate.partner, advocate: advocate.id,
          room: Room.ID(bits: UInt64(number % 20)), date: today.adding(days: slot / 5), hours: hours, callAt: from,
          state: .offered))
    }
    try transaction.put(
      all: (6..<20).map {
        Room(id: Room.ID(bits: UInt64($0)), name: "R\($0)", isConfidential: true, isAccessible: false)
      })
    try transaction.put(all: sessions)
  }
}
