import BankumExchange
import BankumModel
import BankumOffice
import BankumStore
import BankumTesting

/// A population file as a test writes it.
struct Population {
  var rows: [Row] = []

  struct Row {
    var number: String
    var name: String
    var entered = "01/10/2026"
    var birth = ""
    var block = ""
    var cell = ""
    var sex = ""
    var serial = ""
  }

  /// Somebody of whom the file says no more.
  mutating func add(_ number: String, _ name: String, birth: String = "", block: String = "", cell: String = "") {
    rows.append(Row(number: number, name: name, birth: birth, block: block, cell: cell))
  }

  var file: ImportFile {
    var writer = TableWriter()
    writer.write([
      "NO REG", "Nama", "Tgl Masuk", "Tanggal Lahir", "Blok", "Lokasi Sel", "Jenis Kelamin", "Nomor Induk",
    ])
    for row in rows {
      writer.write([row.number, row.name, row.entered, row.birth, row.block, row.cell, row.sex, row.serial])
    }
    return ImportFile(kind: .inmates, name: "inmates.csv", bytes: writer.bytes())
  }

  /// So many people of block A.
  static func of(_ count: Int, block: String = "") -> Population {
    var population = Population()
    for index in 1...count { population.add("A.II.\(index)/2026", "ORANG REKAAN \(index)", block: block) }
    return population
  }

  static let blocks = ImportFile(
    kind: .blocks, name: "blocks.csv", bytes: Array("Blok;Jenis;Pengawal\nA;biasa;2\nB;biasa;2\n".utf8))
}

extension TestOffice {
  /// Imports one file.
  @discardableResult
  func take(
    _ file: ImportFile, dry: Bool = false, scope: ImportScope = .delta, departures: Int? = nil
  ) async throws -> ImportReport {
    try await office.importFiles([file], isDryRun: dry, scope: scope, departures: departures, Self.order())
  }

  func inmates() async throws -> [Inmate] {
    try await office.register.readUnaudited { try $0.all(Inmate.self) }
  }

  func inmate(_ name: String) async throws -> Inmate? { try await inmates().first { $0.name == name } }

  func reviews() async throws -> [ReviewEntry] {
    try await office.register.readUnaudited { try $0.list(Filter<ReviewEntry>.open) }
  }

  func picture() async throws -> RegisterPicture { try await office.register.readUnaudited { try RegisterPicture($0) } }

  func write(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
    _ = try await office.register.write(as: .daemon("test", uid: 1)) { transaction in
      try body(transaction)
      return Done()
    }
  }
}
