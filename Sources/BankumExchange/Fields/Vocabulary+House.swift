import BankumModel

extension Vocabulary where Value == Bool {
  static let yesNo = Vocabulary([
    (true, ["yes", "Ya", "Y", "Iya", "True", "1", "Ada", "x", "v", "✓"]),
    (false, ["no", "Tidak", "Tdk", "N", "False", "0", "Tidak ada", "Bukan"]),
  ])
}

extension Vocabulary where Value == Weekday {
  static let weekday = Vocabulary([
    .monday: ["Senin", "Sen", "Monday"], .tuesday: ["Selasa", "Sel", "Tuesday"],
    .wednesday: ["Rabu", "Rab", "Wednesday"], .thursday: ["Kamis", "Kam", "Thursday"],
    .friday: ["Jumat", "Jum'at", "Jum", "Friday"], .saturday: ["Sabtu", "Sab", "Saturday"],
    .sunday: ["Minggu", "Min", "Ahad", "Sunday"],
  ])
}

extension Vocabulary where Value == Int {
  static let month = Vocabulary([
    (1, ["Januari", "Jan", "January"]), (2, ["Februari", "Feb", "Pebruari", "Peb", "February"]),
    (3, ["Maret", "Mar", "Mrt", "March"]), (4, ["April", "Apr"]), (5, ["Mei", "May"]), (6, ["Juni", "Jun", "June"]),
    (7, ["Juli", "Jul", "July"]), (8, ["Agustus", "Agt", "Agu", "Ags", "August", "Aug"]),
    (9, ["September", "Sep", "Sept"]), (10, ["Oktober", "Okt", "October", "Oct"]),
    (11, ["November", "Nov", "Nopember", "Nop"]), (12, ["Desember", "Des", "December", "Dec"]),
  ])
}

extension Vocabulary where Value == BlockKind {
  static let blockKind = Vocabulary([
    .ordinary: ["Biasa", "Hunian"], .orientation: ["Mapenaling", "Penaling"],
    .isolation: ["Isolasi", "Straf sel"], .clinic: ["Klinik"], .workshop: ["Bengkel kerja", "Bimker"],
  ])
}

extension Vocabulary where Value == RoomKind {
  static let roomKind = Vocabulary([
    .consultation: ["Konsultasi", "Ruang konsultasi"], .hall: ["Aula"],
  ])
}

extension Vocabulary where Value == KeepApartReason {
  static let keepApart = Vocabulary([
    .fight: ["Perkelahian", "Berkelahi"], .threat: ["Ancaman"], .oppositeSides: ["Lawan perkara"],
    .security: ["Keamanan"],
  ])
}

extension Vocabulary where Value == TrainingKind {
  static let trainingKind = Vocabulary([
    .certified: ["Bersertifikat", "Sertifikasi"], .workshop: ["Bengkel kerja", "Kegiatan kerja"],
  ])
}

extension Vocabulary where Value == HolidayDraft.Kind {
  static let holidayKind = Vocabulary([
    .publicHoliday: ["Libur nasional", "Tanggal merah"], .collectiveLeave: ["Cuti bersama"],
    .openingHours: ["Jam layanan", "Jam kunjungan"], .houseClosed: ["Tutup", "Layanan tutup"],
  ])
}
