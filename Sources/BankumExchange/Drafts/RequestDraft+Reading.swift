import BankumModel

extension RequestDraft: DraftRow {
  private static let idColumn = Column<Request.ID>("id", ["ID"], .identifier(), example: "rq-0C0NT0HA")
  private static let inmateColumn = Column(
    "inmate", ["No. Registrasi", "No Reg", "Register number"], .inmate, .required, example: "A.III.123/2026")
  private static let serviceColumn = Column(
    "service", ["Layanan", "Jenis Layanan"], .word(.service), .required, example: "konsultasi")
  private static let submittedColumn = Column(
    "submittedOn", ["Tgl Permohonan", "Tanggal Permohonan", "Submitted"], .date, .required, example: "16/11/2026")
  private static let channelColumn = Column(
    "channel", ["Cara", "Cara Pengajuan", "Saluran"], .word(.channel), .required, example: "lisan")
  private static let topicColumn = Column(
    "topic", ["Pokok", "Topik", "Perihal"], .text(.topic), example: "contoh rekaan")
  private static let caseColumn = Column("caseFile", ["No. Perkara", "Nomor Perkara", "Case"], .text(.documentNumber))
  private static let wishColumn = Column("wishPartner", ["LBH Pilihan", "Wish"], .text(.name), example: "LBH-CONTOH")
  private static let refusedColumn = Column("refusedPartners", ["LBH Ditolak", "Refuses"], .list(.text(.name)))
  private static let sexColumn = Column(
    "advocateSex", ["JK Advokat", "Jenis Kelamin Advokat"], .word(.sex), example: "P")
  private static let skillColumn = Column("skill", ["Keahlian", "Bidang"], .word(.skill), example: "narkotika")
  private static let languageColumn = Column("language", ["Bahasa"], .language, example: "Batak Toba")
  private static let needsColumn = Column(
    "needs", ["Kebutuhan", "Kebutuhan Khusus"], .set(.word(.need)), example: "lantai dasar")
  private static let proofColumn = Column(
    "povertyProof", ["Bukti Miskin", "SKTM"], .word(.povertyProof), example: "SKTM")
  private static let permitColumn = Column("permit", ["Izin"], .word(.permit), example: "diminta")
  private static let permitRequestedColumn = Column(
    "permitRequestedOn", ["Tgl Izin Diminta", "Permit requested"], .date, example: "17/11/2026")
  private static let permitFirstColumn = Column("permitFirstDay", ["Izin Berlaku Mulai", "Permit from"], .date)
  private static let acceptedByColumn = Column("acceptedBy", ["LBH Penerima", "Diterima oleh"], .text(.name))
  private static let acceptedOnColumn = Column("acceptedOn", ["Tgl Diterima", "Accepted"], .date)

  /// The kind.
  package static let kind = ImportKind.requests

  /// The columns.
  package static let headings = [
    idColumn.heading, inmateColumn.heading, serviceColumn.heading, submittedColumn.heading, channelColumn.heading,
    topicColumn.heading, caseColumn.heading, wishColumn.heading, refusedColumn.heading, sexColumn.heading,
    skillColumn.heading, languageColumn.heading, needsColumn.heading, proofColumn.heading, permitColumn.heading,
    permitRequestedColumn.heading, permitFirstColumn.heading, acceptedByColumn.heading, acceptedOnColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let id = row.value(Self.idColumn)
    let inmate = row.requiredInmate(Self.inmateColumn)
    let service = row.required(Self.serviceColumn)
    let submitted = row.required(Self.submittedColumn)
    let channel = row.required(Self.channelColumn)
    let (topic, caseFile) = (row.value(Self.topicColumn), row.reference(Self.caseColumn))
    let wish = row.reference(Self.wishColumn)
    let refused = (row.value(Self.refusedColumn) ?? []).map {
      Reference(text: $0, place: row.places.place(of: "refusedPartners"))
    }
    if let wish, refused.contains(where: { $0.key == wish.key }) {
      row.note(.contradiction, "refusedPartners", parameters: ["\(row.places.line)"])
    }
    let (sex, skill) = (row.value(Self.sexColumn), row.value(Self.skillColumn))
    let (language, needs) = (row.value(Self.languageColumn), row.value(Self.needsColumn) ?? [])
    let proof = row.value(Self.proofColumn)
    let permit = Self.permit(&row)
    let (acceptedBy, acceptedOn) = (row.reference(Self.acceptedByColumn), row.value(Self.acceptedOnColumn))
    if row.isEmpty("acceptedBy") != row.isEmpty("acceptedOn") {
      let (missing, present) =
        row.isEmpty("acceptedBy")
        ? (Self.acceptedByColumn.heading, Self.acceptedOnColumn.heading)
        : (Self.acceptedOnColumn.heading, Self.acceptedByColumn.heading)
      row.note(.neededToo, missing.field, parameters: row.names(of: [present]))
    }
    row.requireOrder(submitted, acceptedOn, "acceptedOn")
    guard let inmate, let service, let submitted, let channel else { return nil }
    self.init(
      places: row.places, id: id, inmate: inmate, service: service, submittedOn: submitted, channel: channel,
      topic: topic, caseFile: caseFile, wishPartner: wish, refusedPartners: refused, advocateSex: sex, skill: skill,
      language: language, needs: needs, povertyProof: proof, permit: permit, acceptedBy: acceptedBy,
      acceptedOn: acceptedOn)
  }

  private static func permit(_ row: inout RowCursor) -> VisitPermit? {
    let (state, requested) = (row.value(permitColumn), row.value(permitRequestedColumn))
    let first = row.value(permitFirstColumn)
    row.requireOrder(requested, first, "permitFirstDay")
    if state != nil, row.isEmpty("permitRequestedOn") {
      row.note(.neededToo, "permitRequestedOn", parameters: row.names(of: [permitColumn.heading]))
    }
    guard let state, let requested else { return nil }
    return VisitPermit(state: state, requestedOn: requested, firstDay: first)
  }

  /// An id twice.
  package static func problems(across rows: [RequestDraft]) -> [ImportProblem] {
    duplicates(rows, field: "id", value: \.text, key: \.id)
  }
}
