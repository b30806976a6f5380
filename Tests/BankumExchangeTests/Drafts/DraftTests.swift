import BankumModel
import Testing

@testable import BankumExchange

@Suite("Drafts")
struct DraftTests {
  private func only<Draft: DraftRow>(_ text: String, _ type: Draft.Type) throws -> Draft {
    let reading = ImportReader.read(bytes(text), as: type)
    #expect(reading.problems == [])
    return try #require(reading.rows.first)
  }

  @Test("A letter")
  func term() throws {
    let draft = try only(
      "No Reg;Tahap;KUHAP;Jenis;No. Surat;Mulai;Sampai\nAIII 7/2026;A3;20/2025;perpanjangan;S-1;1/2/2026;1/4/2026",
      TermDraft.self)
    #expect(draft.inmate.text == "A.III.7/2026" && draft.stage == .trial && draft.law == .new)
    #expect(draft.grant == .extension && draft.letter == "S-1" && draft.last == day("2026-04-01"))
  }

  @Test("A case with a joint defence, linked files and a verdict")
  func caseParty() throws {
    let draft = try only(
      """
      No. Perkara;Pasal;Ancaman;KUHAP;No Reg;Peran;Pembelaan Bersama;Alasan Bersama;Splitsing;Tingkat Putusan;Tgl Putusan
      1/Pid.B/2026;Pencurian;7 tahun;lama;A.III.7/2026;terdakwa;x;surat;2/Pid.B/2026; ca-00000001 ;PN;1/2/2026
      """.replacingSemicolonInLink(), CasePartyDraft.self)
    #expect(draft.number == "1/Pid.B/2026" && draft.threat == .years(7) && draft.law == .old)
    #expect(draft.jointDefence == "x" && draft.jointReason == "surat")
    #expect(draft.linkedFiles.map(\.text) == ["2/Pid.B/2026", "ca-00000001"])
    #expect(draft.verdict == Verdict(stage: .trial, knownOn: day("2026-02-01")))
    #expect(draft.caseKey == "1pidb2026")
  }

  @Test("A request with everything")
  func request() throws {
    let draft = try only(
      """
      ID,No Reg,Layanan,Tgl Permohonan,Cara,Topik,LBH Pilihan,LBH Ditolak,JK Advokat,Keahlian,Bahasa,Kebutuhan,SKTM,Izin,Tgl Izin Diminta,Izin Berlaku Mulai,LBH Penerima,Tgl Diterima
      rq-00000001,in-00000002,Pendampingan Hukum,1/2/2026,cap jempol,Banding,LBH A,"LBH B, LBH C",P,narkoba,jawa,"sakit, konsul",SKTM,diberikan,2/2/2026,5/2/2026,LBH A,3/2/2026
      """, RequestDraft.self)
    #expect(draft.id?.text == "rq-00000001" && draft.inmate.target == .id(Inmate.ID(bits: 2)))
    #expect(draft.service == .assistance && draft.channel == .thumbprint && draft.topic == "Banding")
    #expect(draft.wishPartner?.key == "lbha" && draft.refusedPartners.map(\.text) == ["LBH B", "LBH C"])
    #expect(draft.advocateSex == .female && draft.skill == .narcotics && draft.language?.code == "jv")
    #expect(draft.needs == [.illness, .consul] && draft.povertyProof == .villageLetter)
    #expect(draft.permit == VisitPermit(state: .granted, requestedOn: day("2026-02-02"), firstDay: day("2026-02-05")))
    #expect(draft.acceptedBy?.text == "LBH A" && draft.acceptedOn == day("2026-02-03"))
  }

  @Test("A partner that is wished for and refused is a contradiction")
  func wishedAndRefused() {
    let text =
      "No Reg,Layanan,Tgl Permohonan,Cara,LBH Pilihan,LBH Ditolak\nA.I.1/2026,konsultasi,1/2/2026,lisan,LBH A,lbh a\n"
    #expect(faults(.requests, text) == ["contradiction@2:6"])
  }

  @Test("Hours without a weekday and a last day hold on one day")
  func availability() throws {
    let once = try only("Advokat;Tanggal;Jam\nX;23/11/2026;08:00-11:00\n", AvailabilityDraft.self)
    #expect(once.days == OpenDateRange(day("2026-11-23"), day("2026-11-23")) && once.weekday == nil)
    let weekly = try only("Advokat;Hari;Mulai;Jam\nX;Jum'at;23/11/2026;08:00-11:00\n", AvailabilityDraft.self)
    #expect(weekly.days == OpenDateRange(day("2026-11-23")) && weekly.weekday == .friday)
  }

  @Test("The calendar: holidays, weekly hours, hours of some days, closed days")
  func holidays() throws {
    let text = """
      Jenis;Tanggal;Sampai;Hari;Jam;Nama;Sidang Isbat
      jam layanan;;;Jumat;08:00-11:30;;
      jam layanan;8/2/2027;9/3/2027;;08:00-12:00, 12:30-15:00;Ramadan;
      tutup;1/12/2026;;;;Razia;
      cuti bersama;24/12/2026;;;;Natal;
      libur nasional;10/3/2027;;;;Idul Fitri;ya
      """
    let reading = ImportReader.read(bytes(text), as: HolidayDraft.self)
    #expect(reading.problems == [])
    let hours = try OpeningHours(parsing: "08:00-12:00,12:30-15:00")
    let ramadan = try DateRange(parsing: "2027-02-08..2027-03-09")
    #expect(
      reading.rows.map(\.content) == [
        .weekly(.friday, try OpeningHours(parsing: "08:00-11:30")),
        .decision(CalendarDecision(days: ramadan, scope: .house, effect: .hours(hours), reason: "Ramadan")),
        .decision(
          CalendarDecision(
            days: DateRange(day("2026-12-01")), scope: .house, effect: .close(hours: nil), reason: "Razia")),
        .holiday(Holiday(date: day("2026-12-24"), kind: .collectiveLeave, name: "Natal")),
        .holiday(Holiday(date: day("2027-03-10"), kind: .publicHoliday, name: "Idul Fitri", mayMove: true)),
      ])
    #expect(HolidayDraft.yearsListed(reading.rows) == [])
  }

  @Test("A docket comes back with outcomes, whatever else it prints")
  func docket() {
    let text = """
      id,start,end,inmate,advocate,room,outcome,date,hours
      se-00000001,2026-11-24T10:00+07:00,2026-11-24T10:45+07:00,BUDI SANTOSO,X,Konsultasi 1,terlaksana,24/11/2026,10:00-10:45
      se-00000002,2026-11-24T11:00+07:00,2026-11-24T11:45+07:00,UCOK,X,Konsultasi 1,,24/11/2026,11:00-11:45
      """
    let reading = ImportReader.read(bytes(text), as: OutcomeDraft.self)
    #expect(reading.problems == [])
    #expect(reading.rows.map(\.outcome) == [.held, nil])
    #expect(reading.rows.allSatisfy { $0.record == nil })
    #expect(reading.ignored.map(\.header) == ["start", "end"])
  }

  @Test("A meeting that is in no register is described")
  func recordedMeeting() throws {
    let draft = try only(
      """
      Hasil;No Reg;Advokat;Tanggal;Jam;Layanan;Ruang;Permohonan
      tidak dibawa;A.I.1/2026;X;18/11/2026;09.00-09.45;konsultasi;Konsultasi 1;rq-00000001
      """, OutcomeDraft.self)
    #expect(draft.id == nil && draft.outcome == .notBrought && !draft.followUp)
    let record = try #require(draft.record)
    #expect(record.inmate.text == "A.I.1/2026" && record.hours.text == "09:00-09:45")
    #expect(record.room?.text == "Konsultasi 1" && record.request == Request.ID(bits: 1))
  }
}

extension String {
  /// The field with two linked files needs quotes; written here so that the table above stays readable.
  fileprivate func replacingSemicolonInLink() -> String {
    split(separator: "2/Pid.B/2026; ca-00000001 ", omittingEmptySubsequences: false)
      .joined(separator: "\"2/Pid.B/2026; ca-00000001 \"")
  }
}
