import BankumModel

extension FacilityFiles {
  func requestRows(_ clerk: inout Clerk) -> [[String]] {
    facility.wishes.map { wish in
      let matter = wish.matter.map { facility.matters[$0].id.text } ?? ""
      let wanted = wish.wishPartner.map { facility.partners[$0].shortName } ?? ""
      let refused = wish.refusedPartner.map { facility.partners[$0].shortName } ?? ""
      let sex = wish.advocateSex.map { $0 == .male ? "L" : "P" } ?? ""
      let permit = wish.permit.map { $0.state == .granted ? "diberikan" : "diminta" } ?? ""
      return [
        wish.id.text, clerk.number(facility.people[wish.person].number), service(wish.service, &clerk),
        clerk.date(wish.submittedOn), channel(wish.channel), wish.topic, matter, wanted, refused, sex,
        wish.skill.map(skill) ?? "", wish.language ?? "", wish.needs.map(need).joined(separator: ", "),
        proof(wish.proof),
        permit, clerk.date(wish.permit?.requestedOn), clerk.date(wish.permit?.firstDay),
        wish.acceptedBy.map { facility.partners[$0].shortName } ?? "", clerk.date(wish.acceptedOn),
      ]
    }
  }

  func outcomeRows(_ clerk: inout Clerk) -> [[String]] {
    facility.meetings.map { meeting in
      let outcome =
        switch meeting.outcome {
        case .cutShort: "dipersingkat"
        case .noShowAdvocate: "advokat tidak hadir"
        case .refusedByInmate: "WBP menolak"
        case .notBrought: "tidak dibawa"
        case .held: "terlaksana"
        case .draft, .offered, .confirmed, .cancelled, .unreported: preconditionFailure("a meeting of the past ended")
        }
      return [
        meeting.id.text, outcome, "tidak", clerk.number(facility.people[meeting.person].number),
        facility.counsel[meeting.advocate].id.text, clerk.date(meeting.date),
        clerk.word([meeting.hours.text, meeting.hours.text.split(separator: ":").joined(separator: ".")]),
        service(meeting.service, &clerk), facility.rooms[meeting.room].name, meeting.wish?.text ?? "",
      ]
    }
  }

  /// A need as the forms say it.
  func need(_ need: Need) -> String {
    switch need {
    case .interpreter: "juru bahasa"
    case .signLanguage: "bahasa isyarat"
    case .accessibleRoom: "lantai dasar"
    case .disability: "disabilitas"
    case .illness: "sakit"
    case .medicalOfficer: "petugas medis"
    case .consul: "konsul"
    }
  }

  /// A field of law as the forms say it.
  func skill(_ skill: Skill) -> String {
    switch skill {
    case .narcotics: "narkotika"
    case .property: "harta benda"
    case .violence: "kekerasan"
    case .sexualOffence: "asusila"
    case .corruption: "korupsi"
    case .trafficking: "perdagangan orang"
    case .juvenile: "anak"
    case .appeal: "upaya hukum"
    case .immigration: "imigrasi"
    case .civil: "perdata"
    }
  }

  private func service(_ service: Service, _ clerk: inout Clerk) -> String {
    switch service {
    case .consultation: clerk.word(["konsultasi", "Konsultasi Hukum", "KONSULTASI"])
    case .assistance: clerk.word(["pendampingan", "Pendampingan Hukum"])
    case .education: clerk.word(["edukasi", "penyuluhan"])
    }
  }

  private func channel(_ channel: Channel) -> String {
    switch channel {
    case .written: "tertulis"
    case .oral: "lisan"
    case .thumbprint: "cap jempol"
    case .family: "keluarga"
    case .ambassador: "duta"
    case .lbh: "lbh"
    }
  }

  private func proof(_ proof: PovertyProof?) -> String {
    switch proof {
    case .villageLetter: "SKTM"
    case .socialCard: "kartu sosial"
    case .houseLetter: "surat karutan"
    case nil: ""
    }
  }
}
