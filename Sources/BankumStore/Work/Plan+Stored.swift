package import BankumModel

extension Plan: Stored {
  package static let table = Table(
    "plan", ["state", "version", "run", "base_sequence"],
    links: [Table.Link("plan_change", ["session", "kind"])])

  package func write(to record: inout RecordWriter) {
    record.columns.add(state)
    record.columns.add(version)
    record.columns.add(run)
    record.columns.add(baseSequence)
    record.body.add(madeAt)
    record.body.add(publishedAt)
    record.body.add(list: added) { $1.add($0) }
    record.body.add(list: moved) { move, body in
      body.add(move.session)
      body.add(move.advocate)
      body.add(move.room)
      body.add(move.date)
      body.add(move.hours)
      body.add(move.callAt)
    }
    record.body.add(list: cancelled) { $1.add($0) }
    func rows(_ ids: [Session.ID], _ kind: String) -> [[Field]] {
      ids.map { [.integer(Int64($0.bits)), .text(kind)] }
    }
    record.link(rows(added, "add") + rows(moved.map(\.session), "move") + rows(cancelled, "cancel"))
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    self.init(
      id: Self.id(rowKey), state: try record.columns.code(), version: try record.columns.optionalInt(),
      run: try record.columns.optionalID(), baseSequence: try record.columns.integer(),
      madeAt: try record.body.instant(), publishedAt: try record.body.optionalInstant(),
      added: try record.body.list { body throws(StoreError) in try body.id() },
      moved: try record.body.list { body throws(StoreError) in
        PlanMove(
          session: try body.id(), advocate: try body.id(), room: try body.id(), date: try body.date(),
          hours: try body.hours(), callAt: try body.minute())
      },
      cancelled: try record.body.list { body throws(StoreError) in try body.id() })
  }
}
