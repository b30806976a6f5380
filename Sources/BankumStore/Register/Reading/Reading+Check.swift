import FoundationEssentials
import GRDB

extension Reading {
  /// Looks at everything: the file's structure, references, every record, what was taken by triggers. Empty if all is
  /// well; otherwise what is wrong, without anything personal. Reads the whole database.
  package func check() throws(StoreError) -> [String] {
    var faults = try sqlite {
      try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    }
    let references = try sqlite { try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count }
    if references > 0 { faults.append("\(references) references to nothing") }
    for kind in StoredKinds.all { faults += records(of: kind) }
    faults += try takenTime()
    return faults
  }

  private func records<Value: Stored>(of type: Value.Type) -> [String] {
    do throws(StoreError) {
      var faults: [String] = []
      for value in try all(type) where !value.problems.isEmpty {
        faults.append("\(type.table.name): a value that breaks its own rules")
      }
      return faults
    } catch {
      return [error.detail]
    }
  }

  /// What is taken against what the planned meetings and events say.
  private func takenTime() throws(StoreError) -> [String] {
    var faults: [String] = []
    let planned = "state IN ('draft', 'offered', 'confirmed')"
    let coming = "state IN ('proposed', 'confirmed')"
    let steps = "coalesce(sum((end_minute + 4) / 5 - start_minute / 5), 0)"
    let sessions = try integer("SELECT \(steps) FROM session WHERE \(planned)", [])
    let events: [(String, String)] = [
      ("room", "education_event"), ("advocate", "education_event JOIN education_advocate ON owner = id"),
      ("inmate", "education_event JOIN education_participant ON owner = id"),
    ]
    for (subject, source) in events {
      let expected = sessions + (try integer("SELECT \(steps) FROM \(source) WHERE \(coming)", []))
      let found = try integer("SELECT count(*) FROM \(subject)_time", [])
      if found != expected { faults.append("\(subject)_time: \(found) steps are taken instead of \(expected)") }
    }
    return faults
  }
}
