package import BankumModel

extension Room: Stored {
  package static let table = Table(
    "room", ["name", "kind", "is_confidential", "is_accessible", "places"],
    links: [Table.Link("room_reservation", ["partner"])])

  package func write(to record: inout RecordWriter) {
    record.columns.add(name)
    record.columns.add(kind)
    record.columns.add(isConfidential)
    record.columns.add(isAccessible)
    record.columns.add(places)
    record.body.add(list: reservations) { reservation, body in
      body.add(reservation.partner)
      body.add(reservation.weekday)
      body.add(reservation.days)
      body.add(reservation.hours)
    }
    record.body.add(list: closures) { closure, body in
      body.add(closure.days)
      body.add(closure.hours)
      body.add(closure.reason)
    }
    record.link(reservations.map { [.integer(Int64($0.partner.bits))] })
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), name: try record.columns.text(), kind: try record.columns.code(),
      isConfidential: try record.columns.bool(), isAccessible: try record.columns.bool(),
      places: try record.columns.int(),
      reservations: try record.body.list { body throws(StoreError) in
        RoomReservation(
          partner: try body.id(), weekday: try body.optionalCode(), days: try body.days(), hours: try body.hours())
      },
      closures: try record.body.list { body throws(StoreError) in
        RoomClosure(days: try body.days(), hours: try body.hours(), reason: try body.text())
      })
  }
}
