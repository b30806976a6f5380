package import BankumModel

extension Request: Stored {
  package static let table = Table(
    "request",
    ["inmate", "service", "state", "submitted_on", "case_file", "wish_partner", "offer_partner"], isSealed: true,
    links: [Table.Link("request_exclusion", ["partner"])])

  package func write(to record: inout RecordWriter) {
    record.columns.add(inmate)
    record.columns.add(service)
    record.columns.add(state)
    record.columns.add(submittedOn)
    record.columns.add(caseFile)
    record.columns.add(wishPartner)
    record.columns.add(offer?.partner)
    record.body.add(channel)
    record.body.add(topic)
    record.body.add(list: exclusions) { exclusion, body in
      body.add(exclusion.partner)
      body.add(exclusion.reason)
      body.add(exclusion.refusal)
      body.add(exclusion.since)
    }
    record.body.add(advocateSex)
    record.body.add(skill)
    record.body.add(language?.code)
    record.body.add(set: needs)
    record.body.add(povertyProof)
    record.body.add(optional: permit) { permit, body in
      body.add(permit.state)
      body.add(permit.requestedOn)
      body.add(permit.firstDay)
    }
    record.body.add(missing)
    record.body.add(optional: offer) { offer, body in
      body.add(offer.offeredAt)
      body.add(list: offer.events) { event, body in event.write(to: &body) }
    }
    record.body.add(waitingSince)
    record.body.add(lostMeetings)
    record.body.add(optional: closing) { closing, body in closing.write(to: &body) }
    record.link(exclusions.map { [.integer(Int64($0.partner.bits))] })
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let inmate: Inmate.ID = try record.columns.id()
    let service = try record.columns.code(Service.self)
    let state = try record.columns.code(RequestState.self)
    let submittedOn = try record.columns.date()
    let caseFile: CaseFile.ID? = try record.columns.optionalID()
    let wishPartner: Partner.ID? = try record.columns.optionalID()
    let offerPartner: Partner.ID? = try record.columns.optionalID()
    self.init(
      id: Self.id(rowKey), inmate: inmate, service: service, state: state, submittedOn: submittedOn,
      channel: try record.body.code(), topic: try record.body.optionalText(), caseFile: caseFile,
      wishPartner: wishPartner,
      exclusions: try record.body.list { body throws(StoreError) in
        PartnerExclusion(
          partner: try body.id(), reason: try body.code(), refusal: try body.optionalCode(), since: try body.date())
      },
      advocateSex: try record.body.optionalCode(), skill: try record.body.optionalCode(),
      language: try record.body.optionalLanguage(), needs: try record.body.codes(),
      povertyProof: try record.body.optionalCode(),
      permit: try record.body.optional { body throws(StoreError) in
        VisitPermit(state: try body.code(), requestedOn: try body.date(), firstDay: try body.optionalDate())
      },
      missing: try record.body.optionalText(),
      offer: try record.body.optional { body throws(StoreError) in
        guard let offerPartner else { throw FieldReader.damage("an offer of nobody") }
        return Offer(
          partner: offerPartner, offeredAt: try body.civilTime(),
          events: try body.list { body throws(StoreError) in try AnswerClock.Event(from: &body) })
      },
      waitingSince: try record.body.optionalDate(), lostMeetings: try record.body.int(),
      closing: try record.body.optional { body throws(StoreError) in try Closing(from: &body) })
  }
}
