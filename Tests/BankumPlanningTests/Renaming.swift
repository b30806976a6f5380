import BankumModel
import SeededNumbers

@testable import BankumPlanning

/// The same facility under other ids and names, its lists in another order.
enum Renaming {
  static func applied(to facts: HouseFacts, seed: UInt64) -> HouseFacts {
    var dice = SeededGenerator(seed: seed)
    var bits: [String: UInt64] = [:]
    func new<Kind>(_ id: Identifier<Kind>) -> Identifier<Kind> {
      if let known = bits[id.text] { return Identifier(bits: known) }
      let made = dice.next() >> 24
      bits[id.text] = made
      return Identifier(bits: made)
    }
    var result = facts
    result.inmates = facts.inmates.map { old in
      Inmate(
        id: new(old.id), name: "N \(dice.next())", registerEntries: old.registerEntries, birthDate: old.birthDate,
        sex: old.sex, residence: old.residence, enteredOn: old.enteredOn, block: old.block.map { new($0) },
        languages: old.languages, needs: old.needs, training: Set(old.training.map { new($0) }),
        presence: old.presence)
    }
    result.terms = facts.terms.map {
      DetentionTerm(
        id: new($0.id), inmate: new($0.inmate), stage: $0.stage, law: $0.law, grant: $0.grant, letter: $0.letter,
        first: $0.first, last: $0.last)
    }
    result.hearings = facts.hearings.map {
      Hearing(id: new($0.id), inmate: new($0.inmate), date: $0.date, advocate: $0.advocate.map { new($0) })
    }
    result.absences = facts.absences.map {
      Absence(
        id: new($0.id), inmate: new($0.inmate), days: $0.days, reason: $0.reason,
        suspendsDetention: $0.suspendsDetention)
    }
    result.cases = facts.cases.map { old in
      CaseFile(
        id: new(old.id), threat: old.threat, law: old.law,
        parties: old.parties.map { CaseParty(inmate: new($0.inmate), role: $0.role) })
    }
    result.requests = facts.requests.map { old in
      var request = Request(
        id: new(old.id), inmate: new(old.inmate), service: old.service, state: old.state,
        submittedOn: old.submittedOn, channel: old.channel)
      request.wishPartner = old.wishPartner.map { new($0) }
      request.exclusions = old.exclusions.map {
        PartnerExclusion(partner: new($0.partner), reason: $0.reason, since: $0.since)
      }
      (request.advocateSex, request.skill, request.language) = (old.advocateSex, old.skill, old.language)
      (request.permit, request.waitingSince) = (old.permit, old.waitingSince)
      request.offer = old.offer.map { Offer(partner: new($0.partner), offeredAt: $0.offeredAt) }
      return request
    }
    result.partners = facts.partners.map {
      Partner(
        id: new($0.id), name: "P \(dice.next())", shortName: "P", agreement: $0.agreement,
        accreditationClass: $0.accreditationClass, accreditation: $0.accreditation, capacity: $0.capacity,
        sharePerMille: $0.sharePerMille, quota: $0.quota)
    }
    result.advocates = facts.advocates.map {
      Advocate(
        id: new($0.id), partner: new($0.partner), name: "A \(dice.next())", kind: $0.kind, sex: $0.sex,
        skills: $0.skills, languages: $0.languages, licence: $0.licence, employment: $0.employment,
        dailyCap: $0.dailyCap, weeklyCap: $0.weeklyCap, absences: $0.absences)
    }
    result.availability = facts.availability.map {
      Availability(
        id: new($0.id), advocate: new($0.advocate), weekday: $0.weekday, days: $0.days, hours: $0.hours,
        confirmedOn: $0.confirmedOn)
    }
    result.rooms = facts.rooms.map { old in
      Room(
        id: new(old.id), name: "R", isConfidential: old.isConfidential, isAccessible: old.isAccessible,
        reservations: old.reservations.map {
          RoomReservation(partner: new($0.partner), weekday: $0.weekday, days: $0.days, hours: $0.hours)
        }, closures: old.closures)
    }
    result.blocks = facts.blocks.map {
      Block(id: new($0.id), name: "B", escortCapacity: $0.escortCapacity, fetchMinutes: $0.fetchMinutes)
    }
    result.training = facts.training.map {
      TrainingProgramme(id: new($0.id), name: "T", kind: $0.kind, timetable: $0.timetable)
    }
    result.keepApart = facts.keepApart.compactMap { old in
      InmatePair(new(old.pair.one), new(old.pair.other)).map {
        KeepApart(id: new(old.id), pair: $0, days: old.days, reason: old.reason)
      }
    }
    result.mandates = facts.mandates.map {
      Mandate(
        id: new($0.id), inmate: new($0.inmate), partner: new($0.partner), advocate: new($0.advocate),
        letter: $0.letter, days: $0.days)
    }
    result.encounters = facts.encounters.map {
      Encounter(
        inmate: new($0.inmate), partner: new($0.partner), advocate: new($0.advocate), lastOn: $0.lastOn)
    }
    result.reportedConflicts = facts.reportedConflicts.map {
      ReportedConflict(inmate: new($0.inmate), partner: new($0.partner))
    }
    result.education = facts.education.map { old in
      EducationEvent(
        id: new(old.id), topic: old.topic, partner: new(old.partner), advocates: old.advocates.map { new($0) },
        room: new(old.room), date: old.date, hours: old.hours, state: old.state,
        participants: Set(old.participants.map { new($0) }))
    }
    shuffle(&result, using: &dice)
    return result
  }

  private static func shuffle(_ facts: inout HouseFacts, using dice: inout SeededGenerator) {
    facts.inmates.shuffle(using: &dice)
    facts.requests.shuffle(using: &dice)
    facts.partners.shuffle(using: &dice)
    facts.advocates.shuffle(using: &dice)
    facts.availability.shuffle(using: &dice)
    facts.rooms.shuffle(using: &dice)
    facts.blocks.shuffle(using: &dice)
    facts.cases.shuffle(using: &dice)
    facts.mandates.shuffle(using: &dice)
    facts.hearings.shuffle(using: &dice)
    facts.terms.shuffle(using: &dice)
  }

  /// What is decided, without ids: how urgent, since when, when and for how long, with what kind of person.
  static func content(_ decisions: Decisions) -> [String] {
    let index = decisions.planning.index
    let placed = decisions.sessions.map { session in
      let profile = index.profileOf[session.request]
      let advocate = index.advocates[session.advocate]
      return "\(session.date) \(session.hours) \(session.service) \(profile?.priority.rank.points ?? 0) "
        + "\(profile?.request.submittedOn.text ?? "") \(advocate?.dailyCap ?? 0) \(advocate?.weeklyCap ?? 0)"
    }
    let waiting = decisions.waiting.map { request in
      "\(request.place) \(request.priority.rank) \(request.reasons.count) \(request.hasNoEligiblePartner)"
    }
    return placed.sorted() + waiting.sorted()
  }
}
