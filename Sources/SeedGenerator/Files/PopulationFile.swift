import BankumExchange
import BankumModel

/// The population as the prison database exports it: titles above the heading, names in capitals, aliases in columns
/// and in names, columns that nobody here needs, dates in several forms.
struct PopulationFile {
  private let facility: Facility

  init(_ facility: Facility) {
    self.facility = facility
  }

  /// The file.
  func bytes() -> [UInt8] {
    var clerk = Clerk(facility.options, "inmates")
    let separator = clerk.habit([(Separator.semicolon, 6), (.tab, 2), (.comma, 2)])
    let encoding = clerk.habit([(TextEncoding.utf8WithMark, 5), (.utf8, 3), (.utf16LittleEndian, 1)])
    var writer = TableWriter(separator: separator)
    let headers = [
      "No", clerk.habit([("Nama", 5), ("NAMA LENGKAP", 3), ("Nama WBP", 2)]),
      clerk.habit([("No. Registrasi", 5), ("NO REG", 3), ("Nomor Register", 2)]),
      clerk.habit([("Tgl Masuk", 5), ("TGL. MASUK", 3), ("Tanggal Masuk", 2)]),
      clerk.habit([("Tgl Ekspirasi", 5), ("EKSPIRASI", 2)]), "Alias 1", "Alias 2", "Alias 3", "Alias 4", "Alias 5",
      "Alias 6", "Blok", "Lokasi Sel", "Nomor Induk", clerk.habit([("Tgl Lahir", 5), ("Tanggal Lahir", 3)]),
      clerk.habit([("L/P", 3), ("Jenis Kelamin", 3), ("JK", 2)]), "Perkara", "Kota Asal", "Bahasa", "Kebutuhan Khusus",
      "Kegiatan",
    ]
    // The order of columns is the exporting program's; the sum of its dirt moves some of them.
    let order = clerk.habit([
      (Array(headers.indices), 6), ([0, 2, 1] + Array(3..<headers.count), 2),
      (Array(0..<13) + Array((13..<headers.count).reversed()), 2),
    ])
    writer.comment("rekaan / invented: \(facility.options.name)")
    writer.write(order.map { $0 == 0 ? "DAFTAR PENGHUNI \(facility.options.name.uppercased())" : "" })
    writer.write(order.map { headers[$0] })
    for (index, person) in facility.people.enumerated() {
      let fields = self.fields(of: person, place: index + 1, &clerk)
      writer.write(order.map { fields[$0] })
    }
    return writer.bytes(encoding)
  }

  private func fields(of person: Person, place: Int, _ clerk: inout Clerk) -> [String] {
    var name = person.name.uppercased()
    var columns = person.aliases.map { $0.uppercased() }
    if let alias = columns.first {
      let way = clerk.word(["column", "als", "alias", "@"])
      if way != "column" {
        name += " \(way) \(alias)"
        columns.removeFirst()
      }
    }
    columns += Array(repeating: "", count: 6 - min(columns.count, 6))
    let block = facility.blocks[person.block].name
    let residence = person.residence
    let writer = FacilityFiles(facility)
    let languages = person.languages.map { language(of: $0) }.joined(separator: ", ")
    return [
      "\(place)", clerk.spaced(name), clerk.number(person.number), clerk.date(person.enteredOn),
      person.expiresOn == nil ? clerk.word(["", "-"]) : clerk.date(person.expiresOn),
    ] + columns.prefix(6) + [
      clerk.word([block, "Blok \(block)", "BLOK \(block)", block.lowercased()]), person.cell, person.serialNumber,
      clerk.date(person.birthDate),
      person.sex == .male ? clerk.word(["L", "Laki-laki", "LAKI-LAKI"]) : clerk.word(["P", "Perempuan"]),
      person.offence.articles,
      residence == "Kota Medan" ? clerk.word([residence, "MEDAN", "KOTA MEDAN", "Kodya Medan"]) : residence,
      languages == "Indonesia" ? clerk.word(["", "Indonesia"]) : languages,
      person.needs.map(writer.need).joined(separator: ", "),
      person.training.map { facility.programmes[$0].name }.joined(separator: ", "),
    ]
  }

  private func language(of code: String) -> String {
    switch code {
    case "id": "Indonesia"
    case "bbc": "Batak Toba"
    case "btx": "Karo"
    case "btm": "Mandailing"
    case "jv": "Jawa"
    case "min": "Minang"
    case "nia": "Nias"
    case "ms": "Melayu"
    case "ace": "Aceh"
    case "nan": "Hokkien"
    case "ta": "Tamil"
    case "en": "Inggris"
    default: code
    }
  }
}
