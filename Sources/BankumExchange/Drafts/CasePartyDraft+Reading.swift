import BankumModel

extension CasePartyDraft: DraftRow {
  private static let idColumn = Column<CaseFile.ID>("id", ["ID"], .identifier(), example: "ca-0C0NT0HA")
  private static let numberColumn = Column(
    "number", ["No. Perkara", "Nomor Perkara", "Case number"], .text(.documentNumber),
    example: "123/Pid.B/2026/PN Contoh")
  private static let articlesColumn = Column(
    "articles", ["Pasal", "Perkara"], .text(.articles), example: "Pasal contoh rekaan")
  private static let threatColumn = Column("threat", ["Ancaman", "Ancaman Pidana"], .threat, example: "7 tahun")
  private static let lawColumn = Column(
    "law", ["KUHAP", "Hukum Acara", "Undang-undang"], .word(.law), example: "baru")
  private static let inmateColumn = Column(
    "inmate", ["No. Registrasi", "No Reg", "Register number"], .inmate, .required, example: "A.III.123/2026")
  private static let roleColumn = Column("role", ["Peran", "Status"], .word(.role), .required, example: "terdakwa")
  private static let jointColumn = Column(
    "jointDefence", ["Pembelaan Bersama", "Joint"], .text(.documentNumber), example: "bersama-1")
  private static let reasonColumn = Column(
    "jointReason", ["Alasan Bersama", "Alasan", "Reason"], .text(.reason), example: "contoh rekaan")
  private static let linkedColumn = Column(
    "linkedFiles", ["Berkas Terkait", "Splitsing", "Linked"], .text(.caseNumbers))
  private static let stageColumn = Column(
    "verdictStage", ["Tingkat Putusan", "Putusan Tingkat"], .word(.stage), example: "A.III")
  private static let knownColumn = Column(
    "verdictKnownOn", ["Tgl Putusan", "Tanggal Putusan", "Verdict date"], .date, example: "19/11/2026")
  private static let foughtColumn = Column(
    "verdictFoughtOn", ["Tgl Upaya Hukum", "Tgl Banding", "Appealed"], .date)

  /// The kind.
  package static let kind = ImportKind.cases

  /// The columns.
  package static let headings = [
    idColumn.heading, numberColumn.heading, articlesColumn.heading, threatColumn.heading, lawColumn.heading,
    inmateColumn.heading, roleColumn.heading, jointColumn.heading, reasonColumn.heading, linkedColumn.heading,
    stageColumn.heading, knownColumn.heading, foughtColumn.heading,
  ]

  /// Takes a row apart.
  package init?(_ row: inout RowCursor) {
    let (id, number) = (row.value(Self.idColumn), row.value(Self.numberColumn))
    if row.isEmpty("id"), row.isEmpty("number") {
      row.note(.neededToo, "number", parameters: row.names(of: [Self.idColumn.heading]))
    }
    let (articles, threat) = (row.value(Self.articlesColumn), row.value(Self.threatColumn))
    let law = row.value(Self.lawColumn)
    let inmate = row.requiredInmate(Self.inmateColumn)
    let role = row.required(Self.roleColumn)
    let (joint, reason) = (row.value(Self.jointColumn), row.value(Self.reasonColumn))
    if joint != nil, row.isEmpty("jointReason") {
      row.note(.neededToo, "jointReason", parameters: row.names(of: [Self.jointColumn.heading]))
    }
    // Numbers of cases hold strokes and dots, so only semicolons and plus signs part them.
    let linked = (row.value(Self.linkedColumn) ?? "").split { $0 == ";" || $0 == "+" }.map { part in
      let words = part.split(separator: " ").joined(separator: " ")
      return Reference(text: words, place: row.places.place(of: "linkedFiles"))
    }
    let verdict = Self.verdict(&row)
    guard let inmate, let role else { return nil }
    self.init(
      places: row.places, id: id, number: number, articles: articles, threat: threat, law: law, inmate: inmate,
      role: role, jointDefence: joint, jointReason: reason, linkedFiles: linked, verdict: verdict)
  }

  private static func verdict(_ row: inout RowCursor) -> Verdict? {
    let (stage, known) = (row.value(stageColumn), row.value(knownColumn))
    let fought = row.value(foughtColumn)
    row.requireOrder(known, fought, "verdictFoughtOn")
    if row.isEmpty("verdictStage") != row.isEmpty("verdictKnownOn") {
      let missing = row.isEmpty("verdictStage") ? stageColumn.heading : knownColumn.heading
      let present = row.isEmpty("verdictStage") ? knownColumn.heading : stageColumn.heading
      row.note(.neededToo, missing.field, parameters: row.names(of: [present]))
    }
    guard let stage, let known else { return nil }
    guard stage == .trial || stage == .appeal else {
      row.note(.wordUnknown, "verdictStage", parameters: [DetentionStage.trial.code, DetentionStage.appeal.code])
      return nil
    }
    return Verdict(stage: stage, knownOn: known, foughtOn: fought)
  }

  /// Somebody twice in a case; rows of one case that contradict each other.
  package static func problems(across rows: [CasePartyDraft]) -> [ImportProblem] {
    duplicates(rows, field: "inmate", value: { $0.last ?? "" }, key: { [$0.caseKey, $0.inmate.text] })
      + contradictions(rows, "number", \.number) { TextKey.of($0) }
      + contradictions(rows, "articles", \.articles) { $0 }
      + contradictions(rows, "threat", \.threat) { $0.code }
      + contradictions(rows, "law", \.law) { $0.code }
      + contradictions(rows, "verdictKnownOn", \.verdict) {
        "\($0.stage.code) \($0.knownOn) \($0.foughtOn?.text ?? "")"
      }
  }

  private static func contradictions<Value>(
    _ rows: [CasePartyDraft], _ field: String, _ value: (CasePartyDraft) -> Value?, _ text: (Value) -> String
  ) -> [ImportProblem] {
    var known: [String: (text: String, line: Int)] = [:]
    var problems: [ImportProblem] = []
    for row in rows {
      guard let value = value(row) else { continue }
      if let first = known[row.caseKey] {
        guard first.text != text(value) else { continue }
        problems.append(
          ImportProblem(
            .contradiction, at: row.places.place(of: field), value: text(value), parameters: ["\(first.line)"]))
      } else {
        known[row.caseKey] = (text(value), row.places.line)
      }
    }
    return problems
  }
}
