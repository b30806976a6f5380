import BankumModel

extension RequestProgress {
  /// In the record of a meeting, where no column holds the partner.
  func write(to body: inout FieldWriter) {
    body.add(state)
    body.add(optional: offer) { offer, body in
      body.add(offer.partner)
      body.add(offer.offeredAt)
      body.add(list: offer.events) { event, body in event.write(to: &body) }
    }
    body.add(waitingSince)
    body.add(lostMeetings)
    body.add(optional: closing) { closing, body in closing.write(to: &body) }
  }

  init(from body: inout FieldReader) throws(StoreError) {
    self.init(
      state: try body.code(),
      offer: try body.optional { body throws(StoreError) in
        Offer(
          partner: try body.id(), offeredAt: try body.civilTime(),
          events: try body.list { body throws(StoreError) in try AnswerClock.Event(from: &body) })
      },
      waitingSince: try body.optionalDate(), lostMeetings: try body.int(),
      closing: try body.optional { body throws(StoreError) in try Closing(from: &body) })
  }
}

extension Closing {
  /// Reason, day, written record.
  func write(to body: inout FieldWriter) {
    body.add(reason)
    body.add(on)
    body.add(record)
  }

  init(from body: inout FieldReader) throws(StoreError) {
    self.init(reason: try body.code(), on: try body.date(), record: try body.optionalText())
  }
}
