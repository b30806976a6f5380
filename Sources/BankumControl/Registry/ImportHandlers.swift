import BankumAPI
import BankumExchange
import BankumModel
import BankumOffice
import BankumStore
import JSON
import Varlink

/// The imports' methods of `org.bankum.Registry`.
enum ImportHandlers {
  typealias Interface = RegistryInterface

  static func importFiles(
    _ daemon: Daemon, _ input: Interface.Import.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.Import> {
    try await Desk.write(
      daemon, Interface.Import.self, input, caller, language: input.language, compared: compared(input),
      reply: output
    ) { context in
      let files = try input.files.enumerated().map { index, file in
        guard Base64.bytes(of: file.content) != nil else {
          throw OfficeError.invalid("files[\(index)].content", nil, .base64)
        }
        return ImportFile(kind: try Read.code(file.kind, "files[\(index)].kind"), name: file.name) {
          Base64.bytes(of: file.content) ?? []
        }
      }
      guard let scope = ImportScope(input.scope ?? "delta") else {
        throw OfficeError.invalid("scope", input.scope, .importScope)
      }
      return try await context.office.importFiles(
        files, isDryRun: input.dryRun ?? false, scope: scope,
        departures: try Read.number(input.departures, "departures", 0...1_000_000), context.order)
    }
  }

  /// What makes two calls the same: of the files, which are too large to be written out and compared, kinds, names and
  /// digests.
  private static func compared(_ input: Interface.Import.Input) -> JSONObject {
    var rest = input
    rest.files = []
    var parameters = rest.jsonObject
    parameters["files"] = .array(
      input.files.map { file in
        .object([
          "kind": .string(file.kind), "name": .string(file.name),
          "digest": .string(Digest.hexadecimal(Digest.sha256(Array(file.content.utf8)))),
        ])
      })
    return parameters
  }

  static func list(
    _ daemon: Daemon, _ input: Interface.ListImports.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListImports.Output {
    try await Desk.answer(daemon, Interface.ListImports.self, input, caller, language: input.language) { context in
      let zone = context.office.clock.zone
      let imports = try await context.office.listImports(try Read.number(input.limit, "limit", 1...1_000) ?? 50)
      return Interface.ListImports.Output(
        imports: imports.map {
          BankumAPI.PastImport(
            import: Int($0.number), kind: $0.kind, scope: $0.scope, madeAt: $0.madeAt.text(in: zone),
            uid: Int($0.madeBy), user: $0.user, lines: $0.lines.map(line), undoneAt: $0.undoneAt?.text(in: zone))
        })
    }
  }

  static func undo(
    _ daemon: Daemon, _ input: Interface.UndoImport.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.UndoImport> {
    try await Desk.write(
      daemon, Interface.UndoImport.self, input, caller, language: input.language,
      reply: undone
    ) { context in
      try await context.office.undoImport(
        Int64(input.import), isDryRun: input.dryRun ?? false, context.order)
    }
  }

  private static func output(_ report: ImportReport) -> Interface.Import.Output {
    let departures = report.departed.map { person in
      Departed(
        inmate: person.inmate.id.text, name: person.inmate.name, number: person.inmate.registerNumber?.text,
        block: person.block)
    }
    return Interface.Import.Output(
      import: report.number.map { Int($0) }, lines: report.lines.map(line), departures: departures,
      needsConfirmation: report.needsConfirmation, reviews: report.reviews, oddTerms: report.oddTerms)
  }

  private static func undone(_ undoing: ImportUndoing) -> Interface.UndoImport.Output {
    let left = undoing.left.map {
      LeftThing(kind: $0.kind, id: $0.id, field: $0.field, reason: $0.reason.code)
    }
    return Interface.UndoImport.Output(restored: undoing.restored, removed: undoing.removed, left: left)
  }

  private static func line(_ line: ImportReport.Line) -> ImportLine {
    ImportLine(
      kind: line.kind.code, added: line.added, changed: line.changed, same: line.same, doubtful: line.doubtful)
  }

  static func template(
    _ daemon: Daemon, _ input: Interface.GetImportTemplate.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.GetImportTemplate.Output {
    try await Desk.answer(daemon, Interface.GetImportTemplate.self, input, caller) { _ in
      let kind: ImportKind = try Read.code(input.kind, "kind")
      return Interface.GetImportTemplate.Output(content: kind.template())
    }
  }
}
