import BankumModel

extension AnswerClock.Event {
  /// A number for the kind, and the day.
  func write(to body: inout FieldWriter) {
    switch self {
    case .complete(let date): body.add(0, date)
    case .incomplete(let date): body.add(1, date)
    case .supplied(let date): body.add(2, date)
    case .answered(let date): body.add(3, date)
    }
  }

  init(from body: inout FieldReader) throws(StoreError) {
    let kind = try body.int()
    let date = try body.date()
    switch kind {
    case 0: self = .complete(date)
    case 1: self = .incomplete(date)
    case 2: self = .supplied(date)
    case 3: self = .answered(date)
    default: throw FieldReader.damage("an unknown event of the answer clock")
    }
  }
}

extension FieldWriter {
  fileprivate mutating func add(_ kind: Int, _ date: CivilDate) {
    add(kind)
    add(date)
  }
}
