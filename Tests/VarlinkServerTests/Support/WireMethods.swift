import JSON
import Varlink

// What a generator would write for `WireService.text`.

struct NoFields: VarlinkStructure {
  init() {}
  init(fields: inout VarlinkFields) throws(VarlinkReadFault) {}
  func writeFields(to writer: inout JSONWriter) {}
}

enum Echo: VarlinkMethod {
  struct Fields: VarlinkStructure {
    var text: String
    var note: String?

    init(text: String, note: String?) {
      self.text = text
      self.note = note
    }

    init(fields: inout VarlinkFields) throws(VarlinkReadFault) {
      text = try fields.read("text")
      note = try fields.read("note")
    }

    func writeFields(to writer: inout JSONWriter) {
      writer.field("text", text)
      writer.field("note", note)
    }
  }

  typealias Input = Fields
  typealias Output = Fields
  static let name = "org.example.wire.Echo"
}

enum Fail: VarlinkMethod {
  typealias Input = NoFields
  typealias Output = NoFields
  static let name = "org.example.wire.Fail"
}

enum Hold: VarlinkMethod {
  struct Output: VarlinkStructure {
    var text: String

    init(text: String) { self.text = text }
    init(fields: inout VarlinkFields) throws(VarlinkReadFault) { text = try fields.read("text") }
    func writeFields(to writer: inout JSONWriter) { writer.field("text", text) }
  }

  typealias Input = NoFields
  static let name = "org.example.wire.Hold"
}

enum Count: VarlinkMethod {
  struct Input: VarlinkStructure {
    var to: Int

    init(fields: inout VarlinkFields) throws(VarlinkReadFault) { to = try fields.read("to") }
    func writeFields(to writer: inout JSONWriter) { writer.field("to", to) }
  }

  struct Output: VarlinkStructure {
    var number: Int

    init(number: Int) { self.number = number }
    init(fields: inout VarlinkFields) throws(VarlinkReadFault) { number = try fields.read("number") }
    func writeFields(to writer: inout JSONWriter) { writer.field("number", number) }
  }

  static let name = "org.example.wire.Count"
}

enum Watch: VarlinkMethod {
  struct Output: VarlinkStructure {
    var state: String

    init(state: String) { self.state = state }
    init(fields: inout VarlinkFields) throws(VarlinkReadFault) { state = try fields.read("state") }
    func writeFields(to writer: inout JSONWriter) { writer.field("state", state) }
  }

  typealias Input = NoFields
  static let name = "org.example.wire.Watch"
}

enum Flood: VarlinkMethod {
  struct Input: VarlinkStructure {
    var replies: Int
    var size: Int

    init(fields: inout VarlinkFields) throws(VarlinkReadFault) {
      replies = try fields.read("replies")
      size = try fields.read("size")
    }

    func writeFields(to writer: inout JSONWriter) {
      writer.field("replies", replies)
      writer.field("size", size)
    }
  }

  struct Output: VarlinkStructure {
    var filler: String

    init(filler: String) { self.filler = filler }
    init(fields: inout VarlinkFields) throws(VarlinkReadFault) { filler = try fields.read("filler") }
    func writeFields(to writer: inout JSONWriter) { writer.field("filler", filler) }
  }

  static let name = "org.example.wire.Flood"
}

enum Follow: VarlinkMethod {
  typealias Input = Flood.Input
  typealias Output = Flood.Output
  static let name = "org.example.wire.Follow"
}

enum Ignore: VarlinkMethod {
  typealias Input = NoFields
  typealias Output = NoFields
  static let name = "org.example.wire.Ignore"
}

enum Leak: VarlinkMethod {
  typealias Input = NoFields
  typealias Output = NoFields
  static let name = "org.example.wire.Leak"
}
