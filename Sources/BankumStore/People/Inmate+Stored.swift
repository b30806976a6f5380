package import BankumModel

extension Inmate: Stored {
  package static let table = Table(
    "inmate", ["block", "presence"], isSealed: true,
    links: [Table.Link("inmate_training", ["programme"]), Table.Link("inmate_key", ["blind"])])

  package func write(to record: inout RecordWriter) {
    record.columns.add(block)
    record.columns.add(presence)
    record.body.add(name)
    record.body.add(list: aliases) { $1.add($0) }
    record.body.add(list: registerEntries) { entry, body in
      body.add(entry.number.book)
      body.add(entry.number.mark)
      body.add(entry.number.serial)
      body.add(entry.number.year)
      body.add(entry.days)
    }
    record.body.add(serialNumber)
    record.body.add(birthDate)
    record.body.add(sex)
    record.body.together { body in
      switch residence {
      case .medan: body.add(0)
      case .unknown: body.add(1)
      case .elsewhere(let place):
        body.add(2)
        body.add(place)
      }
    }
    record.body.add(enteredOn)
    record.body.add(sentenceEndsOn)
    record.body.add(cell)
    record.body.add(list: languages) { $1.add($0) }
    record.body.add(set: needs)
    record.body.add(set: training)
    record.body.add(departedOn)
    record.link(training.map(\.bits).sorted().map { [.integer(Int64($0))] })
    record.link(blindKeys(record))
  }

  /// Every number that he has or had, and every name, each once.
  private func blindKeys(_ record: RecordWriter) -> [[Field]] {
    var keys = registerEntries.map { record.blind(.registerNumber, $0.number.text) }
    if let serialNumber { keys.append(record.blind(.serialNumber, serialNumber)) }
    let names = Set(([name] + aliases).map { NameKey($0).text })
    keys += names.filter { !$0.isEmpty }.sorted().map { record.blind(.name, $0) }
    return keys.map { [$0] }
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let name = try record.body.text()
    let aliases = try record.body.list { body throws(StoreError) in try body.text() }
    let entries = try record.body.list { body throws(StoreError) in
      let book = try body.code(RegisterBook.self)
      guard
        let number = RegisterNumber(
          book: book, mark: try body.text(), serial: try body.int(), year: try body.int())
      else { throw FieldReader.damage("no register number") }
      return RegisterEntry(number: number, days: try body.days())
    }
    let serialNumber = try record.body.optionalText()
    let birthDate = try record.body.optionalDate()
    let sex = try record.body.code(Sex.self)
    let residence: Residence
    switch try record.body.int() {
    case 0: residence = .medan
    case 1: residence = .unknown
    case 2: residence = .elsewhere(try record.body.text())
    default: throw FieldReader.damage("an unknown residence")
    }
    self.init(
      id: Self.id(rowKey), name: name, aliases: aliases, registerEntries: entries, serialNumber: serialNumber,
      birthDate: birthDate, sex: sex, residence: residence, enteredOn: try record.body.date(),
      sentenceEndsOn: try record.body.optionalDate(), block: try record.columns.optionalID(),
      cell: try record.body.optionalText(),
      languages: try record.body.list { body throws(StoreError) in try body.language() },
      needs: try record.body.codes(), training: try record.body.ids(), presence: try record.columns.code(),
      departedOn: try record.body.optionalDate())
  }
}
