package import BankumModel

extension EducationEvent: Stored {
  package static let table = Table(
    "education_event", ["partner", "room", "day", "start_minute", "end_minute", "state"], isSealed: true,
    links: [
      Table.Link("education_advocate", ["advocate"]), Table.Link("education_participant", ["inmate"]),
    ])

  package func write(to record: inout RecordWriter) {
    record.columns.add(partner)
    record.columns.add(room)
    record.columns.add(date)
    record.columns.add(hours)
    record.columns.add(state)
    record.body.add(topic)
    record.body.add(list: advocates) { $1.add($0) }
    record.body.add(set: participants)
    record.body.add(set: attended)
    record.link(advocates.map { [.integer(Int64($0.bits))] })
    record.link(participants.map(\.bits).sorted().map { [.integer(Int64($0))] })
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let topic = try record.body.text()
    let advocates = try record.body.list { body throws(StoreError) in try body.id(Advocate.ID.self) }
    self.init(
      id: Self.id(rowKey), topic: topic, partner: try record.columns.id(), advocates: advocates,
      room: try record.columns.id(), date: try record.columns.date(), hours: try record.columns.hours(),
      state: try record.columns.code(), participants: try record.body.ids(), attended: try record.body.ids())
  }
}
