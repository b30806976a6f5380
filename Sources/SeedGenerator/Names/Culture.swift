/// A way of making names, and the language that often goes with it. Every name is composed by chance from common
/// parts; whoever bears one is not meant.
struct Culture {
  /// The language's code; `id` where there is no other.
  let language: String
  /// Of a thousand people, so many.
  let weight: Int
  /// First parts.
  let given: [String]
  /// Last parts.
  let family: [String]

  private init(_ language: String, _ weight: Int, _ given: String, _ family: String) {
    self.language = language
    self.weight = weight
    self.given = given.split(separator: " ").map(String.init)
    self.family = family.split(separator: " ").map(String.init)
  }

  static let all = [
    Culture(
      "id", 220,
      """
      Adi Agus Ahmad Aldi Andika Ardi Arif Bagas Bayu Budi Candra Dedi Deni Dimas Edi Eko Fajar Fandi Galih Hadi \
      Hendra Heri Iman Indra Irfan Iwan Johan Joko Krisna Lukman Maman Nanda Opan Panji Rahmat Rizki Rudi Satria \
      Teguh Tono Wahyu Yoga Yusuf Zaki
      """,
      """
      Pratama Saputra Wijaya Kurniawan Setiawan Hidayat Ramadhan Nugraha Permana Firmansyah Maulana Gunawan Hermawan \
      Susanto Irawan Suryana Lesmana Mahendra Syahputra Effendi Purnomo Darmawan
      """),
    Culture(
      "jv", 240,
      """
      Sugeng Suryo Slamet Sutrisno Widodo Ngadimin Paijo Poniman Sarwo Sukirman Suparman Supardi Suroso Tukimin \
      Wagiman Warsito Yatno Bambang Djoko Kasman Legiman Misno Parman Ponidi Rusman Sadimin Tugiman
      """,
      """
      Santoso Prasetyo Widianto Suwandi Hartono Purwanto Raharjo Sudarmo Utomo Wibowo Subagyo Mulyono Sumarno Handoko \
      Riyadi Siswanto Wardoyo Sugiarto
      """),
    Culture(
      "bbc", 170,
      """
      Binsar Bonar Edison Hotman Jonggi Luhut Mangara Marihot Monang Parlin Pardamean Poltak Rikson Saut Sahat Sihol \
      Tigor Togar Tumpal Maruli Halomoan Jhonson Ramses Ronal Sabar Robert
      """,
      """
      Simanjuntak Siregar Sihombing Situmorang Hutapea Nababan Panjaitan Manurung Sitorus Simatupang Silalahi Sinaga \
      Tampubolon Hutagalung Pasaribu Lumbantobing Marpaung Sianipar Aritonang Pangaribuan
      """),
    Culture(
      "btx", 60, "Ngena Malem Sada Tuah Jendi Rasmi Pelita Mbelin Bastanta Terang Rana Ersada Karya Nimpan",
      "Ginting Tarigan Sembiring Karokaro Perangin-angin Barus Sitepu Bangun Surbakti Purba Milala"),
    Culture(
      "btm", 70, "Ali Baginda Parlaungan Mahmud Sutan Ismail Raja Torkis Hasan Lokot Marwan Panusunan Syawal Zulham",
      "Nasution Lubis Harahap Daulay Batubara Rangkuti Hasibuan Ritonga Pulungan Matondang"),
    Culture(
      "ms", 90,
      "Azhar Azman Faisal Fauzi Hamdan Hafiz Jamal Khairul Mansur Nasrul Rusli Said Syahrul Umar Zainal Zulkifli Amri",
      "Syah Azmi Tanjung Abdullah Hamzah Yusri Mukhtar Arifin Saleh Bakri Usman Sulaiman Idris"),
    Culture(
      "min", 70, "Afrizal Armen Buyung Datuk Doni Erizal Febri Jefri Masril Nofri Rinaldi Syafri Yondri Zulfahmi Andri",
      "Chaniago Koto Piliang Sikumbang Guci Jambak Melayu Tanjung Caniago Bodi"),
    Culture(
      "nia", 25, "Faigi Fatolosa Yaatulo Sokhi Temazaro Bazatulo Otomosi Ama Ndruru Yusman",
      "Zebua Gulo Telaumbanua Harefa Lase Waruwu Zega Halawa Ndraha Hulu"),
    Culture(
      "ace", 25, "Teuku Muzakir Iskandar Razali Munawar Nurdin Saiful Muslem Bustami Ridwan",
      "Daud Yahya Hasballah Ibrahim Mahmudi Jafar Umri Husin"),
    Culture(
      "nan", 20, "Aseng Akiong Herman Johan Kevin Suwandi Tony Willy Andy Rudy Steven Hendri",
      "Lim Tan Wijaya Halim Salim Tanoto Chandra Gunadi Kusuma Lie"),
    Culture(
      "ta", 10, "Ravi Suresh Mahendran Kumar Ganesh Murugan Siva Raju Anand Vijay",
      "Pillai Naidu Sami Nair Rajan Krishnan Singam Muthu"),
  ]

  /// First names of women, for the few that occur.
  static let women = [
    "Dewi", "Sri", "Rina", "Maya", "Lestari", "Yuni", "Ratna", "Siska", "Lina", "Wulan", "Fitri", "Tiara", "Nurul",
    "Melati", "Intan",
  ]
}
