import BankumModel

extension FacilityFiles {
  func partnerRows(_ clerk: inout Clerk) -> [[String]] {
    facility.partners.map { partner in
      [
        partner.id.text, partner.name, partner.shortName, clerk.date(partner.agreement.first),
        clerk.date(partner.agreement.last), partner.accreditationClass.code.uppercased(),
        clerk.date(partner.accreditation.first), clerk.date(partner.accreditation.last), "\(partner.capacity)",
        "\(partner.sharePerMille / 10)%", partner.quota.map(String.init) ?? "",
      ]
    }
  }

  func advocateRows(_ clerk: inout Clerk) -> [[String]] {
    facility.counsel.map { person in
      let partner = facility.partners.first { $0.id == person.partner }?.shortName ?? ""
      // Sets have no order of their own; the files must.
      let skills = Skill.allCases.filter(person.skills.contains).map(skill).joined(separator: ", ")
      let languages = person.languages.map(\.code).sorted().joined(separator: ", ")
      return [
        person.id.text, partner, person.name, person.kind == .advocate ? "advokat" : "paralegal",
        person.sex == .male ? "L" : "P", skills, languages, person.licenceNumber ?? "",
        clerk.date(person.licence.first), clerk.date(person.licence.last), "", "", "\(person.dailyCap)",
        "\(person.weeklyCap)",
      ]
    }
  }

  func availabilityRows(_ clerk: inout Clerk) -> [[String]] {
    facility.availability.map { entry in
      [
        entry.id.text, entry.advocate.text, entry.weekday.map(day) ?? "", clerk.date(entry.days.first),
        clerk.date(entry.days.last), clerk.word([entry.hours.text, "\(entry.hours.start) s/d \(entry.hours.end) WIB"]),
        clerk.date(entry.confirmedOn),
      ]
    }
  }

  func roomRows(_ clerk: inout Clerk) -> [[String]] {
    facility.rooms.map { room in
      [
        room.id.text, room.name, room.kind == .hall ? "aula" : "konsultasi", yesNo(room.isConfidential, &clerk),
        yesNo(room.isAccessible, &clerk), "\(room.places)",
      ]
    }
  }

  func blockRows(_ clerk: inout Clerk) -> [[String]] {
    facility.blocks.map { block in
      let kind =
        switch block.kind {
        case .ordinary: "biasa"
        case .orientation: "mapenaling"
        case .isolation: "isolasi"
        case .clinic: "klinik"
        case .workshop: "bengkel kerja"
        }
      return [
        block.id.text, clerk.word([block.name, "Blok \(block.name)"]), kind, "\(block.escortCapacity)",
        "\(block.fetchMinutes)",
      ]
    }
  }

  func timetableRows(_ clerk: inout Clerk) -> [[String]] {
    facility.programmes.flatMap { programme in
      programme.timetable.map { entry in
        [
          programme.id.text, programme.name, programme.kind == .certified ? "bersertifikat" : "kegiatan kerja",
          day(entry.weekday), entry.hours.text, clerk.date(entry.days.first), clerk.date(entry.days.last),
        ]
      }
    }
  }

  func holidayRows(_ clerk: inout Clerk) -> [[String]] {
    facility.calendar.map { line in
      switch line {
      case .weekly(let weekday, let hours):
        return ["jam layanan", "", "", day(weekday), hours.text, "rekaan", ""]
      case .hours(let days, let weekday, let hours, let reason):
        return [
          "jam layanan", clerk.date(days.first), clerk.date(days.last), weekday.map(day) ?? "", hours.text, reason, "",
        ]
      case .holiday(let holiday):
        let kind = holiday.kind == .publicHoliday ? "libur nasional" : "cuti bersama"
        return [kind, clerk.date(holiday.date), "", "", "", holiday.name, holiday.mayMove ? "ya" : ""]
      }
    }
  }

  private func day(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: "Senin"
    case .tuesday: "Selasa"
    case .wednesday: "Rabu"
    case .thursday: "Kamis"
    case .friday: "Jumat"
    case .saturday: "Sabtu"
    case .sunday: "Minggu"
    }
  }

  private func yesNo(_ claim: Bool, _ clerk: inout Clerk) -> String {
    claim ? clerk.word(["ya", "Ya", "Y", "1"]) : clerk.word(["tidak", "Tidak", "N", "0"])
  }
}
