import BankumModel

extension FacilityMaker {
  /// What is asked, as far as it fits where somebody stands.
  private static func topics(_ service: Service, _ stage: DetentionStage?) -> [String] {
    switch (service, stage) {
    case (.education, _): ["Hak tahanan", "Upaya hukum setelah putusan", "Bantuan hukum bagi yang tidak mampu"]
    case (.consultation, nil):
      [
        "Salinan putusan belum diterima", "Integrasi dan remisi", "Denda dan subsider", "Peninjauan kembali",
        "Hak keluarga",
      ]
    case (.consultation, _):
      [
        "Hak saat pemeriksaan", "Isi surat dakwaan", "Perpanjangan penahanan", "Persiapan sidang", "Barang bukti",
        "Hak bertemu keluarga", "Upaya hukum",
      ]
    case (.assistance, .investigation): ["Pendampingan penyidikan", "Penangguhan penahanan"]
    case (.assistance, .appeal): ["Memori banding", "Pendampingan banding"]
    case (.assistance, .cassation): ["Memori kasasi", "Pendampingan kasasi"]
    case (.assistance, _): ["Pendampingan sidang", "Nota pembelaan", "Keberatan atas dakwaan"]
    }
  }

  /// The open requests, filed over the last weeks.
  mutating func makeWishes() {
    var dice = dice("wishes")
    var mint = IdentifierMint<Request>()
    let wanted = options.scaled(900)
    let inForce = Set(facility.mandates.filter { $0.days.last == nil }.map(\.person))
    // Who is held beyond his last day, or nearly, is likelier to have asked; so is who has a power of attorney.
    let ranked = dice.shuffled(Array(facility.people.indices)).map { index -> (index: Int, place: Int) in
      let person = facility.people[index]
      let isNear = person.number.book.isDetainee && (person.expiresOn.map { today.days(until: $0) < 4 } ?? false)
      let bonus = isNear ? 900 : inForce.contains(index) ? 700 : person.number.book.isDetainee ? 300 : 0
      return (index, dice.below(2000) - bonus)
    }
    // Who came in these days has not asked yet.
    let people = ranked.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.index)
      .filter { facility.people[$0].enteredOn.days(until: today) > 3 }
    var asked: [Int: Set<Service>] = [:]
    var next = 0
    while facility.wishes.count < wanted, next < people.count {
      let again = facility.wishes.count > 20 && dice.perMille(30)
      let person = again ? facility.wishes[dice.below(facility.wishes.count)].person : people[next]
      if !again { next += 1 }
      let service = self.service(person, asked[person] ?? [], inForce.contains(person), &dice)
      guard let service else { continue }
      asked[person, default: []].insert(service)
      facility.wishes.append(wish(person, service, id: mint.next(&dice), &dice))
    }
  }

  /// Another service than those he has asked for; nobody files the same twice.
  private func service(_ person: Int, _ asked: Set<Service>, _ isClient: Bool, _ dice: inout Dice) -> Service? {
    let isAccused = facility.people[person].number.book.isDetainee && !facility.people[person].matters.isEmpty
    let service: Service =
      isClient && dice.perMille(600)
      ? .assistance
      : dice.pick([(.consultation, 790), (.assistance, isAccused ? 170 : 0), (.education, 40)])
    return asked.contains(service) ? nil : service
  }

  private func wish(_ person: Int, _ service: Service, id: Request.ID, _ dice: inout Dice) -> Wish {
    let held = facility.people[person]
    let ago = min(dice.below(9) * dice.below(9) + dice.below(7) + 1, max(1, held.enteredOn.days(until: today)))
    var submitted = today.adding(days: -ago)
    while !isWorkingDay(submitted), submitted > held.enteredOn { submitted = submitted.adding(days: -1) }
    var wish = Wish(
      id: id, person: person, service: service, submittedOn: submitted,
      channel: dice.pick([
        (.written, 380), (.oral, 250), (.thumbprint, 90), (.family, 120), (.ambassador, 130), (.lbh, 30),
      ]),
      topic: dice.pick(Self.topics(service, held.number.book.stage)))
    if service != .education, dice.perMille(service == .assistance ? 900 : 350) {
      wish.matter = held.matters.first
    }
    if service != .education, dice.perMille(450) { wish.skill = held.offence.skill }
    if dice.perMille(90) { wish.wishPartner = dice.below(facility.partners.count) }
    if wish.wishPartner == nil, dice.perMille(30) { wish.refusedPartner = dice.below(facility.partners.count) }
    if dice.perMille(15) || held.sex == .female { wish.advocateSex = held.sex == .female ? .female : .male }
    if held.languages.count > 1, dice.perMille(180) { wish.language = held.languages[1] }
    if dice.perMille(12) { wish.needs = [dice.pick([.illness, .accessibleRoom])] }
    wish.proof = dice.pick([(nil, 430), (.villageLetter, 330), (.socialCard, 90), (.houseLetter, 150)])
    addPermit(&wish, held, &dice)
    if let mandate = facility.mandates.first(where: { $0.person == person && $0.days.last == nil }),
      service == .assistance
    {
      wish.matter = mandate.matter
      wish.wishPartner = nil
      wish.refusedPartner = nil
      wish.acceptedBy = partner(of: mandate.advocate)
      // An answer comes on a working day, at the earliest on the day of filing.
      var accepted = submitted.adding(days: dice.below(4))
      while !isWorkingDay(accepted), accepted < today { accepted = accepted.adding(days: 1) }
      wish.acceptedOn = min(accepted, today)
    }
    return wish
  }

  private func addPermit(_ wish: inout Wish, _ held: Person, _ dice: inout Dice) {
    guard held.number.book.stage == .prosecution, dice.perMille(600) else { return }
    let granted = dice.perMille(500)
    wish.permit = VisitPermit(
      state: granted ? .granted : .requested, requestedOn: wish.submittedOn,
      firstDay: granted ? wish.submittedOn.adding(days: 3) : nil)
  }
}
