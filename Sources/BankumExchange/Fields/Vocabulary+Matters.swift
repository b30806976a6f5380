import BankumModel

extension Vocabulary where Value == DetentionStage {
  static let stage = Vocabulary([
    .investigation: ["AI", "A1", "Penyidikan", "Penyidik"],
    .prosecution: ["AII", "A2", "Penuntutan", "Penuntut umum"],
    .trial: ["AIII", "A3", "Sidang PN", "PN", "Pengadilan Negeri"],
    .appeal: ["AIV", "A4", "Banding", "PT", "Pengadilan Tinggi"],
    .cassation: ["AV", "A5", "Kasasi", "MA", "Mahkamah Agung"],
  ])
}

extension Vocabulary where Value == DetentionLaw {
  static let law = Vocabulary([
    .old: ["Lama", "KUHAP lama", "8/1981", "UU 8/1981", "UU 8 Tahun 1981"],
    .new: ["Baru", "KUHAP baru", "20/2025", "UU 20/2025", "UU 20 Tahun 2025"],
    .child: ["Anak", "SPPA", "11/2012", "UU 11/2012", "UU SPPA"],
  ])
}

extension Vocabulary where Value == DetentionGrant {
  static let grant = Vocabulary([
    .first: ["Pertama", "Penahanan", "Penetapan"], .extension: ["Perpanjangan"],
    .exceptionFirst: ["Pengecualian 1", "Perpanjangan khusus 1", "Pasal 29 I"],
    .exceptionSecond: ["Pengecualian 2", "Perpanjangan khusus 2", "Pasal 29 II"],
  ])
}

extension Vocabulary where Value == CriminalThreat {
  static let threat = Vocabulary([
    (.life, ["life", "Seumur hidup", "SH"]), (.death, ["death", "Pidana mati", "Hukuman mati", "Mati", "MT"]),
  ])
}

extension Vocabulary where Value == PartyRole {
  static let role = Vocabulary([
    .accused: ["Terdakwa", "Tersangka", "Suspect", "Terpidana"], .victim: ["Korban"], .witness: ["Saksi"],
    .crownWitness: ["Saksi mahkota"], .informant: ["JC", "Justice collaborator", "Saksi pelaku"],
  ])
}

extension Vocabulary where Value == HearingStatus {
  static let hearingStatus = Vocabulary([
    .confirmed: ["Pasti", "Dikonfirmasi"], .reported: ["Dilaporkan"], .cancelled: ["Batal", "Dibatalkan"],
  ])
}

extension Vocabulary where Value == Service {
  static let service = Vocabulary([
    .consultation: ["Konsultasi", "Konsultasi hukum"],
    .assistance: ["Pendampingan", "Pendampingan hukum", "Representation"],
    .education: ["Edukasi", "Edukasi hukum", "Penyuluhan", "Penyuluhan hukum"],
  ])
}

extension Vocabulary where Value == Channel {
  static let channel = Vocabulary([
    .written: ["Tertulis", "Surat"], .oral: ["Lisan"], .thumbprint: ["Cap jempol", "Sidik jari"],
    .family: ["Keluarga"], .ambassador: ["Duta", "Duta Bantuan Hukum"], .lbh: ["OBH", "PBH"],
  ])
}

extension Vocabulary where Value == PovertyProof {
  static let povertyProof = Vocabulary([
    .villageLetter: ["SKTM", "Surat keterangan tidak mampu", "Surat keterangan miskin"],
    .socialCard: ["Kartu sosial", "Jamkesmas", "BLT", "Raskin", "KIS", "PKH"],
    .houseLetter: ["Surat Karutan", "Keterangan Karutan"],
  ])
}

extension Vocabulary where Value == PermitState {
  static let permit = Vocabulary([
    .requested: ["Diminta", "Diajukan"], .granted: ["Ada", "Diberikan", "Disetujui"], .refused: ["Ditolak"],
  ])
}

extension Vocabulary where Value == MandateEnd {
  static let mandateEnd = Vocabulary([
    .finished: ["Selesai"], .revoked: ["Dicabut"], .withdrawn: ["Mundur", "Mengundurkan diri"],
    .conflict: ["Benturan kepentingan"], .referred: ["Dirujuk"], .deceased: ["Meninggal"],
  ])
}

extension Vocabulary where Value == SessionState {
  /// How a meeting ended; no other state.
  static let outcome = Vocabulary([
    (.held, ["held", "Terlaksana", "Selesai"]), (.cutShort, ["cutShort", "Dipersingkat"]),
    (.noShowAdvocate, ["noShowAdvocate", "PH tidak hadir", "Advokat tidak hadir"]),
    (.refusedByInmate, ["refusedByInmate", "WBP menolak", "Ditolak WBP"]),
    (.notBrought, ["notBrought", "Tidak dibawa", "WBP tidak dibawa"]),
  ])
}
