package import BankumModel

extension Advocate: Stored {
  package static let table = Table(
    "advocate",
    [
      "partner", "name", "kind", "sex", "licence_first", "licence_last", "employment_first", "employment_last",
      "daily_cap", "weekly_cap",
    ])

  package func write(to record: inout RecordWriter) {
    record.columns.add(partner)
    record.columns.add(name)
    record.columns.add(kind)
    record.columns.add(sex)
    record.columns.add(licence)
    record.columns.add(employment)
    record.columns.add(dailyCap)
    record.columns.add(weeklyCap)
    record.body.add(set: skills)
    record.body.add(list: languages.map(\.code).sorted()) { $1.add($0) }
    record.body.add(licenceNumber)
    record.body.add(list: absences) { absence, body in
      body.add(absence.first)
      body.add(absence.last)
    }
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let skills = try record.body.codes(Skill.self)
    let languages = try record.body.list { body throws(StoreError) in try body.language() }
    let licenceNumber = try record.body.optionalText()
    let absences = try record.body.list { body throws(StoreError) in
      guard let days = DateRange(try body.date(), try body.date()) else { throw FieldReader.damage("days backwards") }
      return days
    }
    self.init(
      id: Self.id(rowKey), partner: try record.columns.id(), name: try record.columns.text(),
      kind: try record.columns.code(), sex: try record.columns.code(), skills: skills, languages: Set(languages),
      licenceNumber: licenceNumber, licence: try record.columns.days(), employment: try record.columns.days(),
      dailyCap: try record.columns.int(), weeklyCap: try record.columns.int(), absences: absences)
  }
}
