package import BankumModel

extension TrainingProgramme: Stored {
  package static let table = Table("training_programme", ["name", "kind"], kind: "training")

  package func write(to record: inout RecordWriter) {
    record.columns.add(name)
    record.columns.add(kind)
    record.body.add(list: timetable) { entry, body in
      body.add(entry.weekday)
      body.add(entry.hours)
      body.add(entry.days)
    }
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), name: try record.columns.text(), kind: try record.columns.code(),
      timetable: try record.body.list { body throws(StoreError) in
        ClassHours(weekday: try body.code(), hours: try body.hours(), days: try body.days())
      })
  }
}
