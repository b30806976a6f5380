import BankumAPI
import BankumClient
import BankumWords

/// `room ...`, `block ...`, `training ...`.
enum HouseVerbs {
  private typealias Option = VerbDescription.Option
  private typealias Argument = VerbDescription.Argument

  static let all = [rooms, blockRoom, unblockRoom, blocks, setBlock, training, setTraining]

  static let rooms = VerbDescription(
    "room list", options: [ListFormat.option], summary: .helpRoomListSummary, help: .helpRoom
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListRooms.self, RegistryInterface.ListRooms.Input(language: invocation.language.rawValue))
    invocation.list(
      reply.value.rooms, reply.json,
      [
        ListColumn("id", .columnId) { $0.id },
        ListColumn("name", .columnName, shortenedTo: 16) { $0.name },
        ListColumn("kind", .columnKind, words: "roomKind") { $0.kind },
        ListColumn(
          "isConfidential", .columnConfidential, shown: { $0.confidential ? "+" : "" }, { $0.confidential ? "1" : "0" }),
        ListColumn(
          "isAccessible", .columnAccessible, shown: { $0.accessible ? "+" : "" }, { $0.accessible ? "1" : "0" }),
        ListColumn("places", .columnPlaces) { "\($0.places)" },
        ListColumn("closures", .columnClosed, shortenedTo: 14, style: { _ in .warning }) { room in
          room.closures.map { "\($0.from)..\($0.to ?? "") \($0.hours)" }.joined(separator: "; ")
        },
      ])
    return .done
  }

  static let blockRoom = VerbDescription(
    "room block", options: [Option("--hours", value: .text), Option("--reason", value: .text)],
    arguments: [Argument("ROOM", id: .room), Argument("FROM..TO")], summary: .helpRoomBlockSummary, help: .helpRoom
  ) { (invocation) throws(Complaint) in
    let days = DaysArgument(invocation.arguments[1])
    return try invocation.change(
      RegistryInterface.BlockRoom.self,
      RegistryInterface.BlockRoom.Input(
        room: invocation.arguments[0], from: days.from, to: days.to, hours: invocation.options["--hours"],
        reason: try invocation.needed("--reason"), language: invocation.language.rawValue), \.change,
      Message.registerChanged)
  }

  static let unblockRoom = VerbDescription(
    "room unblock", options: [Option("--on", value: .text)], arguments: [Argument("ROOM", id: .room)],
    summary: .helpRoomUnblockSummary, help: .helpRoom
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.UnblockRoom.self,
      RegistryInterface.UnblockRoom.Input(
        room: invocation.arguments[0], on: invocation.options["--on"], language: invocation.language.rawValue),
      \.change, Message.registerChanged)
  }

  static let blocks = VerbDescription(
    "block list", options: [ListFormat.option], summary: .helpBlockListSummary, help: .helpBlock
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListBlocks.self, RegistryInterface.ListBlocks.Input(language: invocation.language.rawValue))
    invocation.list(
      reply.value.blocks, reply.json,
      [
        ListColumn("id", .columnId) { $0.id }, ListColumn("name", .columnName) { $0.name },
        ListColumn("kind", .columnKind, words: "blockKind") { $0.kind },
        ListColumn("escortCapacity", .columnEscorts) { "\($0.escorts)" },
        ListColumn("fetchMinutes", .columnFetch) { "\($0.fetchMinutes)" },
        ListColumn("inmates", .columnInmates) { $0.inmates.map { "\($0)" } ?? "" },
      ])
    return .done
  }

  static let setBlock = VerbDescription(
    "block set",
    options: [
      Option("--name", value: .text),
      Option("--kind", value: .choice(["ordinary", "orientation", "isolation", "clinic", "workshop"])),
      Option("--escorts", value: .number), Option("--fetch-minutes", value: .number),
    ], arguments: [Argument("BLOCK", id: .block)], summary: .helpBlockSetSummary, help: .helpBlock
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.SetBlock.self,
      RegistryInterface.SetBlock.Input(
        block: invocation.arguments[0], name: invocation.options["--name"], kind: invocation.options["--kind"],
        escorts: invocation.number("--escorts"), fetchMinutes: invocation.number("--fetch-minutes"),
        language: invocation.language.rawValue), \.change, Message.registerChanged)
  }

  static let training = VerbDescription(
    "training list", options: [ListFormat.option], summary: .helpTrainingListSummary, help: .helpTraining
  ) { (invocation) throws(Complaint) in
    let reply = try invocation.call(
      RegistryInterface.ListTraining.self,
      RegistryInterface.ListTraining.Input(language: invocation.language.rawValue))
    let language = invocation.language
    // A file has a line for each hour of class, as the import of the timetable takes it.
    guard !invocation.wantsFile else {
      invocation.file(
        reply.value.training.flatMap { programme in programme.classes.map { (programme, $0) } },
        [
          "id": { $0.0.id }, "name": { $0.0.name }, "kind": { $0.0.kind }, "weekday": { $0.1.weekday },
          "hours": { $0.1.hours }, "days": { $0.1.from }, "daysTo": { $0.1.to },
          "trainees": { $0.0.trainees.map { "\($0)" } },
        ])
      return .done
    }
    invocation.list(
      reply.value.training, reply.json,
      [
        ListColumn("id", .columnId) { $0.id }, ListColumn("name", .columnName, shortenedTo: 18) { $0.name },
        ListColumn("kind", .columnKind, words: "trainingKind") { $0.kind },
        ListColumn("trainees", .columnTrainees) { $0.trainees.map { "\($0)" } ?? "" },
        ListColumn(
          "classes", .columnHours, shortenedTo: 20,
          shown: { programme in
            programme.classes.map { "\(language.word("weekday", $0.weekday)) \($0.hours)" }.joined(separator: "; ")
          }, { _ in "" }),
      ])
    return .done
  }

  static let setTraining = VerbDescription(
    "training set",
    options: [
      Option("--weekday", value: .choice(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])),
      Option("--from", value: .text), Option("--to", value: .text),
    ], arguments: [Argument("TRAINING", id: .training), Argument("HOURS")], summary: .helpTrainingSetSummary,
    help: .helpTraining
  ) { (invocation) throws(Complaint) in
    try invocation.change(
      RegistryInterface.SetTraining.self,
      RegistryInterface.SetTraining.Input(
        training: invocation.arguments[0], weekday: try invocation.needed("--weekday"),
        hours: invocation.arguments[1], from: invocation.options["--from"], to: invocation.options["--to"],
        language: invocation.language.rawValue), \.change, Message.registerChanged)
  }
}
