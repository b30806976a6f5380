import BankumModel

extension Vocabulary where Value == Sex {
  static let sex = Vocabulary([
    .male: ["L", "LK", "Laki-laki", "Laki", "Pria", "M"], .female: ["P", "PR", "Perempuan", "Wanita", "F"],
  ])
}

extension Vocabulary where Value == Need {
  static let need = Vocabulary([
    .interpreter: ["Juru bahasa", "Penerjemah"], .signLanguage: ["Bahasa isyarat", "Juru bahasa isyarat"],
    .accessibleRoom: ["Ruang akses", "Lantai dasar", "Kursi roda", "Wheelchair", "Ground floor"],
    .disability: ["Disabilitas", "Difabel"], .illness: ["Sakit", "Ill"],
    .medicalOfficer: ["Petugas medis", "Petugas kesehatan"], .consul: ["Konsul", "WNA", "Foreigner"],
  ])
}

extension Vocabulary where Value == LanguageCode {
  static let language: Vocabulary = {
    let names: [(String, [String])] = [
      ("id", ["Indonesia", "Bahasa Indonesia", "Indonesian", "ind"]),
      ("bbc", ["Batak", "Batak Toba", "Toba"]), ("btx", ["Karo", "Batak Karo"]),
      ("bts", ["Simalungun", "Batak Simalungun"]), ("btm", ["Mandailing", "Batak Mandailing"]),
      ("jv", ["Jawa", "Javanese", "jav"]), ("min", ["Minang", "Minangkabau"]), ("nia", ["Nias"]),
      ("ms", ["Melayu", "Malay"]), ("ace", ["Aceh", "Acehnese"]), ("nan", ["Hokkien", "Hokkian"]),
      ("ta", ["Tamil"]), ("zh", ["Mandarin", "Tionghoa", "Chinese"]), ("en", ["Inggris", "English"]),
    ]
    return Vocabulary(
      names.compactMap { code, words in (try? LanguageCode(parsing: code)).map { ($0, [code] + words) } })
  }()
}

extension Vocabulary where Value == AdvocateKind {
  static let advocateKind = Vocabulary([
    .advocate: ["Advokat", "Pengacara", "Penasihat hukum", "PH"], .paralegal: ["Paralegal"],
  ])
}

extension Vocabulary where Value == Skill {
  static let skill = Vocabulary([
    .narcotics: ["Narkotika", "Narkoba"], .property: ["Harta benda", "Pencurian", "Penipuan", "Penggelapan"],
    .violence: ["Kekerasan", "Penganiayaan", "Pembunuhan"], .sexualOffence: ["Asusila", "Kekerasan seksual"],
    .corruption: ["Korupsi", "Tipikor"], .trafficking: ["Perdagangan orang", "TPPO"], .juvenile: ["Anak"],
    .appeal: ["Upaya hukum", "Banding"], .immigration: ["Imigrasi", "Keimigrasian"],
    .civil: ["Perdata", "Keluarga", "Family"],
  ])
}

extension Vocabulary where Value == AccreditationClass {
  static let accreditation = Vocabulary([.a: ["Kelas A"], .b: ["Kelas B"], .c: ["Kelas C"]])
}
