import BankumExchange
import BankumModel

/// Writes a facility down as the house has it: one file of each kind, and a note.
struct FacilityFiles {
  let facility: Facility

  init(_ facility: Facility) {
    self.facility = facility
  }

  /// Every file, in the order of their names.
  func all() -> [SeedFile] {
    var files = ImportKind.allCases.map { kind in SeedFile(name: kind.fileName, bytes: bytes(of: kind)) }
    files.append(SeedFile(name: "README.md", bytes: Array(FacilityNote(facility).text.utf8)))
    return files.sorted { $0.name < $1.name }
  }

  private func bytes(of kind: ImportKind) -> [UInt8] {
    guard kind != .inmates else { return PopulationFile(facility).bytes() }
    var clerk = Clerk(facility.options, kind.code)
    // Each office has its own program.
    let separator = clerk.habit([(Separator.semicolon, 6), (.comma, 3), (.tab, 1)])
    let encoding = clerk.habit([(TextEncoding.utf8, 7), (.utf8WithMark, 3)])
    var writer = TableWriter(separator: separator, lineEnd: clerk.habit([(.crlf, 5), (.lf, 5)]))
    writer.comment("rekaan / invented")
    writer.write(headers(of: kind))
    for row in rows(of: kind, &clerk) { writer.write(row) }
    return writer.bytes(encoding)
  }

  private func rows(of kind: ImportKind, _ clerk: inout Clerk) -> [[String]] {
    switch kind {
    case .inmates: []
    case .terms: termRows(&clerk)
    case .hearings: hearingRows(&clerk)
    case .cases: caseRows(&clerk)
    case .requests: requestRows(&clerk)
    case .partners: partnerRows(&clerk)
    case .advocates: advocateRows(&clerk)
    case .availability: availabilityRows(&clerk)
    case .rooms: roomRows(&clerk)
    case .blocks: blockRows(&clerk)
    case .keepapart: keepApartRows(&clerk)
    case .mandates: mandateRows(&clerk)
    case .timetable: timetableRows(&clerk)
    case .holidays: holidayRows(&clerk)
    case .outcomes: outcomeRows(&clerk)
    }
  }

  /// The headings that the schema knows, in its order: the rows follow it.
  private func headers(of kind: ImportKind) -> [String] { kind.headings.map { $0.names.first ?? $0.field } }
}
