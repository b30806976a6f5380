import BankumAPI
import BankumExchange
import BankumModel
import BankumOffice
import Varlink

/// The imports' methods of `org.bankum.Registry`.
enum ImportHandlers {
  typealias Interface = RegistryInterface

  static func importFiles(
    _ daemon: Daemon, _ input: Interface.Import.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.Import.Output {
    try await Desk.answer(daemon, Interface.Import.self, input, caller, language: input.language) { visit in
      let files = try input.files.enumerated().map { index, file in
        guard let bytes = Base64.bytes(of: file.content) else {
          throw OfficeError.invalid("files[\(index)].content", nil, .base64)
        }
        return ImportFile(kind: try Read.code(file.kind, "files[\(index)].kind"), name: file.name, bytes: bytes)
      }
      let report = try await visit.office.importFiles(files, isDryRun: input.dryRun ?? false, visit.order)
      return Interface.Import.Output(
        import: report.number.map(Int.init),
        lines: report.lines.map {
          ImportLine(
            kind: $0.kind.code, added: $0.added, changed: $0.changed, same: $0.same, doubtful: $0.doubtful)
        })
    }
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
