import JSON
import Varlink

/// What the generator makes of `type Lamp (name: string, watts: ?float, state: (on, off), parts: []Part,
/// shelf: [string]Part)`, written by hand: this room is below the generator.
struct Lamp: VarlinkStructure, Equatable {
  enum State: String, VarlinkValue, CaseIterable {
    case on
    case off
  }

  var name: String
  var watts: Double?
  var state: State
  var parts: [Part]
  var shelf: [String: Part]

  init(name: String, watts: Double? = nil, state: State, parts: [Part], shelf: [String: Part]) {
    self.name = name
    self.watts = watts
    self.state = state
    self.parts = parts
    self.shelf = shelf
  }

  init(fields: inout VarlinkFields) throws(VarlinkReadFault) {
    name = try fields.read("name")
    watts = try fields.read("watts")
    state = try fields.read("state")
    parts = try fields.read("parts")
    shelf = try fields.read("shelf")
  }

  func writeFields(to writer: inout JSONWriter) {
    writer.field("name", name)
    writer.field("watts", watts)
    writer.field("state", state)
    writer.field("parts", parts)
    writer.field("shelf", shelf)
  }
}

/// `type Part (count: int, note: ?string)`, as an input: null is left out.
struct Part: VarlinkErrorParameters, Equatable {
  static let errorName = "org.example.Lamp.Part"
  var count: Int
  var note: String?

  init(count: Int, note: String? = nil) {
    self.count = count
    self.note = note
  }

  init(fields: inout VarlinkFields) throws(VarlinkReadFault) {
    count = try fields.read("count")
    note = try fields.read("note")
  }

  func writeFields(to writer: inout JSONWriter) {
    writer.field("count", count)
    writer.fieldIfSet("note", note)
  }
}
