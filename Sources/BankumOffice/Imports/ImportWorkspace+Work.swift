import BankumExchange
import BankumModel
import BankumStore

extension ImportWorkspace {
  mutating func join(_ rows: [MandateDraft]) {
    struct Key: Hashable {
      let inmate: Inmate.ID
      let letter: String
    }
    var byLetter: [Key: Mandate.ID] = [:]
    for mandate in mandates.known.values {
      byLetter[Key(inmate: mandate.inmate, letter: mandate.letter)] = mandate.id
    }
    for row in rows {
      let (inmate, caseFile) = (find(row.inmate), find(row.caseFile, caseNames))
      guard let advocate = find(row.advocate, advocateNames), let partner = advocates[advocate]?.partner, let inmate
      else { continue }
      let mandate = Mandate(
        id: row.id ?? byLetter[Key(inmate: inmate, letter: row.letter)] ?? newID(), inmate: inmate, partner: partner,
        advocate: advocate, caseFile: caseFile, letter: row.letter, days: row.days, endReason: row.endReason)
      note(mandate, row.places)
      mandates.put(mandate)
    }
  }

  mutating func join(_ rows: [RequestDraft]) {
    struct Key: Hashable {
      let inmate: Inmate.ID
      let service: Service
      let day: CivilDate
    }
    var byDay: [Key: Request.ID] = [:]
    for request in requests.known.values {
      byDay[Key(inmate: request.inmate, service: request.service, day: request.submittedOn)] = request.id
    }
    for row in rows {
      let (inmate, caseFile) = (find(row.inmate), find(row.caseFile, caseNames))
      let wish = find(row.wishPartner, partnerNames)
      let refused = row.refusedPartners.compactMap { find($0, partnerNames) }
      let accepted = find(row.acceptedBy, partnerNames)
      guard let inmate else { continue }
      let id =
        row.id ?? byDay[Key(inmate: inmate, service: row.service, day: row.submittedOn)] ?? newID()
      // What has gone on since in the register is not undone by a list of wishes.
      if let before = requests.known[id], before.state != .submitted {
        requests.put(before)
        continue
      }
      var request = Request(
        id: id, inmate: inmate, service: row.service, submittedOn: row.submittedOn, channel: row.channel,
        topic: row.topic, caseFile: caseFile, wishPartner: wish,
        exclusions: refused.map { PartnerExclusion(partner: $0, reason: .refusedByInmate, since: row.submittedOn) },
        advocateSex: row.advocateSex, skill: row.skill, language: row.language, needs: row.needs,
        povertyProof: row.povertyProof, permit: row.permit)
      // What became of it since it was filed is no part of the list.
      if let before = requests.known[id] {
        (request.waitingSince, request.lostMeetings) = (before.waitingSince, before.lostMeetings)
        request.exclusions += before.exclusions.filter { !request.excludedPartners.contains($0.partner) }
      }
      if let accepted, let day = row.acceptedOn, !request.excludedPartners.contains(accepted) {
        do throws(TransitionRefusal<RequestRefusal>) {
          try request.offer(to: accepted, at: CivilTime(row.submittedOn, .startOfDay), by: .registrar)
          try request.apply(.checkComplete, by: .registrar, on: row.submittedOn)
          try request.apply(.accept, by: .registrar, on: day)
        } catch {
          note(row.places.place(of: "acceptedBy"), nil, .absent)
        }
      }
      note(request, row.places)
      requests.put(request)
    }
  }
}
