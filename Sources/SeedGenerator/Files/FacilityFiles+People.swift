import BankumModel

extension FacilityFiles {
  func termRows(_ clerk: inout Clerk) -> [[String]] {
    facility.people.flatMap { person in
      person.letters.map { letter in
        [
          letter.id.text, clerk.number(person.number), person.matters.first.map { facility.matters[$0].id.text } ?? "",
          clerk.word([letter.stage.code, letter.stage.code.filter { $0 != "." }, "A\(letter.stage.order)"]),
          letter.law == .old
            ? clerk.word(["lama", "KUHAP lama", "8/1981"]) : clerk.word(["baru", "KUHAP baru", "20/2025"]),
          letter.grant == .first ? clerk.word(["pertama", "penahanan"]) : "perpanjangan", letter.number,
          clerk.date(letter.first), clerk.date(letter.last),
        ]
      }
    }
  }

  func hearingRows(_ clerk: inout Clerk) -> [[String]] {
    facility.hearings.map { day in
      [
        day.id.text, clerk.number(facility.people[day.person].number), facility.matters[day.matter].id.text,
        clerk.date(day.date), "PN Medan",
        day.isOnline ? clerk.word(["ya", "Y", "1"]) : clerk.word(["tidak", "N", ""]),
        "", day.status == .confirmed ? "" : day.status == .reported ? "dilaporkan" : "batal",
      ]
    }
  }

  func caseRows(_ clerk: inout Clerk) -> [[String]] {
    facility.matters.flatMap { matter in
      matter.parties.enumerated().map { place, party in
        let isFirst = place == 0
        let isJoint = matter.joint.contains(party.person)
        return [
          matter.id.text, matter.number, isFirst ? matter.offence.articles : "",
          isFirst ? threat(matter.threat, &clerk) : "", isFirst ? (matter.law == .old ? "lama" : "baru") : "",
          clerk.number(facility.people[party.person].number), role(party.role), isJoint ? "bersama" : "",
          isJoint ? "satu pembelaan, pernyataan tertulis" : "",
          isFirst ? matter.linked.map { facility.matters[$0].id.text }.joined(separator: ";") : "",
          isFirst ? matter.verdict?.stage.code ?? "" : "", isFirst ? clerk.date(matter.verdict?.knownOn) : "", "",
        ]
      }
    }
  }

  func keepApartRows(_ clerk: inout Clerk) -> [[String]] {
    facility.keepApart.map { order in
      let reason =
        switch order.reason {
        case .fight: "perkelahian"
        case .threat: "ancaman"
        case .oppositeSides: "lawan perkara"
        case .security: "keamanan"
        }
      return [
        order.id.text, clerk.number(facility.people[order.one].number),
        clerk.number(facility.people[order.other].number), clerk.date(order.from), "", reason,
      ]
    }
  }

  func mandateRows(_ clerk: inout Clerk) -> [[String]] {
    facility.mandates.map { mandate in
      [
        mandate.id.text, clerk.number(facility.people[mandate.person].number),
        facility.counsel[mandate.advocate].id.text, facility.matters[mandate.matter].id.text, mandate.letter,
        clerk.date(mandate.days.first), clerk.date(mandate.days.last),
        mandate.end.map { $0 == .finished ? "selesai" : $0 == .revoked ? "dicabut" : "mundur" } ?? "",
      ]
    }
  }

  private func threat(_ threat: CriminalThreat, _ clerk: inout Clerk) -> String {
    switch threat {
    case .years(let years): clerk.word(["\(years) tahun", "\(years) thn", "\(years)"])
    case .life: "seumur hidup"
    case .death: "pidana mati"
    }
  }

  private func role(_ role: PartyRole) -> String {
    switch role {
    case .accused: "terdakwa"
    case .victim: "korban"
    case .witness: "saksi"
    case .crownWitness: "saksi mahkota"
    case .informant: "JC"
    }
  }
}
