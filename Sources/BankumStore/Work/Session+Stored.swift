package import BankumModel

extension Session: Stored {
  package static let table = Table(
    "session",
    [
      "request", "service", "inmate", "partner", "advocate", "room", "day", "start_minute", "end_minute",
      "call_minute", "state", "is_first_meeting", "mandate", "is_pinned", "origin",
    ])

  package func write(to record: inout RecordWriter) {
    record.columns.add(request)
    record.columns.add(service)
    record.columns.add(inmate)
    record.columns.add(partner)
    record.columns.add(advocate)
    record.columns.add(room)
    record.columns.add(date)
    record.columns.add(hours)
    record.columns.add(callAt)
    record.columns.add(state)
    record.columns.add(isFirstMeeting)
    record.columns.add(mandate)
    record.columns.add(isPinned)
    record.columns.add(origin)
    record.body.add(list: brokenRules) { $1.add($0) }
    record.body.add(optional: effect) { effect, body in
      effect.before.write(to: &body)
      effect.after.write(to: &body)
    }
    record.body.add(changeReason)
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), request: try record.columns.optionalID(), service: try record.columns.code(),
      inmate: try record.columns.id(), partner: try record.columns.id(), advocate: try record.columns.id(),
      room: try record.columns.optionalID(), date: try record.columns.date(), hours: try record.columns.hours(),
      callAt: try record.columns.minute(), state: try record.columns.code(),
      isFirstMeeting: try record.columns.bool(), mandate: try record.columns.optionalID(),
      isPinned: try record.columns.bool(), origin: try record.columns.code(),
      brokenRules: try record.body.list { body throws(StoreError) in try body.text() },
      effect: try record.body.optional { body throws(StoreError) in
        OutcomeEffect(before: try RequestProgress(from: &body), after: try RequestProgress(from: &body))
      },
      changeReason: try record.body.optionalCode())
  }
}
