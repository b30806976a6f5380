import BankumModel

extension HouseFacts {
  /// The facts as bytes, to be hashed: what a run's input digest is taken from.
  ///
  /// Everything that planning reads is in it and nothing else: no names, numbers of orders, cells, topics. Equal facts
  /// give equal bytes whatever the order of the lists; every list is put in order by what is written of its members.
  /// The first byte is the version of the form.
  package func digestBytes(period: PlanningPeriod) -> [UInt8] {
    var digest = DigestBytes()
    digest.add(2)
    digest.add(period.days)
    digest.add(now.date)
    digest.add(now.minute.minutes)
    digest.addAll(rules.all.filter { !$0.isProposal }) { digest, rule in
      digest.add(rule.key.code)
      digest.add(rule.value.text)
      digest.add(rule.validFrom)
    }
    addCalendar(to: &digest)
    addPeople(to: &digest)
    addHouse(to: &digest)
    addRequests(to: &digest)
    addMeetings(to: &digest)
    return digest.bytes
  }

  private func addCalendar(to digest: inout DigestBytes) {
    digest.addAll(calendar.years) { $0.add($1) }
    digest.addSet(calendar.holidays) { $0.add($1.date) }
    digest.addAll(Weekday.allCases) { $0.add((calendar.weeklyHours[$1] ?? .closed).text) }
    // The order of decisions counts: the last one stands.
    digest.addAll(calendar.decisions) { digest, decision in
      digest.add(decision.days)
      digest.add(decision.weekday) { $0.add($1.code) }
      digest.add(decision.scope.code)
      switch decision.effect {
      case .close(let hours):
        digest.add(0)
        digest.add(hours) { $0.add($1) }
      case .open(let hours):
        digest.add(1)
        digest.add(hours) { $0.add($1.text) }
      case .hours(let hours):
        digest.add(2)
        digest.add(hours.text)
      }
    }
  }

  private func addPeople(to digest: inout DigestBytes) {
    digest.addSet(inmates) { digest, inmate in
      digest.add(inmate.id)
      digest.add(inmate.registerNumber?.book) { $0.add($1.code) }
      digest.add(inmate.birthDate) { $0.add($1) }
      digest.add(inmate.sex.code)
      digest.add(inmate.sentenceEndsOn) { $0.add($1) }
      digest.add(inmate.block) { $0.add($1) }
      digest.addAll(Set(inmate.languages).map(\.code).sorted()) { $0.add($1) }
      digest.add(codes: inmate.needs)
      digest.add(inmate.training)
      digest.add(inmate.presence.code)
    }
    digest.addSet(absences) { digest, absence in
      digest.add(absence.inmate)
      digest.add(absence.days)
      digest.add(absence.reason.code)
      digest.add(absence.suspendsDetention)
    }
    digest.addSet(terms) { digest, term in
      digest.add(term.inmate)
      digest.add(term.caseFile) { $0.add($1) }
      for code in [term.stage.code, term.law.code, term.grant.code] { digest.add(code) }
      digest.add(term.first)
      digest.add(term.last)
    }
    digest.addSet(hearings) { digest, hearing in
      digest.add(hearing.inmate)
      digest.add(hearing.date)
      digest.add(hearing.advocate) { $0.add($1) }
      digest.add(hearing.status.code)
    }
    digest.addSet(cases) { digest, file in
      digest.add(file.id)
      digest.add(file.law.code)
      digest.add(file.threat) { $0.add($1.code) }
      digest.add(file.linkedFiles)
      digest.addSet(file.parties) { digest, party in
        digest.add(party.inmate)
        digest.add(party.role.code)
      }
      digest.addAll(file.relations) { digest, relation in
        digest.add(relation.pair.one)
        digest.add(relation.pair.other)
        digest.add(relation.kind.code)
        digest.add(relation.decidedOn)
      }
      digest.add(file.verdict) { digest, verdict in
        digest.add(verdict.stage.code)
        digest.add(verdict.knownOn)
        digest.add(verdict.foughtOn) { $0.add($1) }
      }
    }
    digest.addSet(keepApart) { digest, order in
      digest.add(order.pair.one)
      digest.add(order.pair.other)
      digest.add(order.days)
    }
    digest.addSet(Array(missedClassMinutes)) { digest, entry in
      digest.add(entry.key)
      digest.add(entry.value)
    }
  }

  private func addHouse(to digest: inout DigestBytes) {
    digest.addSet(partners) { digest, partner in
      digest.add(partner.id)
      digest.add(partner.agreement)
      digest.add(partner.accreditation)
      digest.add(partner.capacity)
      digest.add(partner.sharePerMille)
      digest.add(partner.quota) { $0.add($1) }
    }
    for counts in [advocateNoShows, meetingsInWindow] {
      digest.addSet(Array(counts)) { digest, entry in
        digest.add(entry.key)
        digest.add(entry.value)
      }
    }
    digest.addSet(advocates) { digest, advocate in
      digest.add(advocate.id)
      digest.add(advocate.partner)
      digest.add(advocate.kind.code)
      digest.add(advocate.sex.code)
      digest.add(codes: advocate.skills)
      digest.addAll(advocate.languages.map(\.code).sorted()) { $0.add($1) }
      digest.add(advocate.licence)
      digest.add(advocate.employment)
      digest.add(advocate.dailyCap)
      digest.add(advocate.weeklyCap)
      digest.addSet(advocate.absences) { $0.add($1) }
    }
    digest.addSet(availability) { digest, entry in
      digest.add(entry.advocate)
      digest.add(entry.weekday) { $0.add($1.code) }
      digest.add(entry.days)
      digest.add(entry.hours)
      digest.add(entry.confirmedOn)
    }
    digest.addSet(rooms) { digest, room in
      digest.add(room.id)
      digest.add(room.kind.code)
      digest.add(room.isConfidential)
      digest.add(room.isAccessible)
      digest.addSet(room.closures) { digest, closure in
        digest.add(closure.days)
        digest.add(closure.hours)
      }
      digest.addSet(room.reservations) { digest, reservation in
        digest.add(reservation.partner)
        digest.add(reservation.weekday) { $0.add($1.code) }
        digest.add(reservation.days)
        digest.add(reservation.hours)
      }
    }
    digest.addSet(blocks) { digest, block in
      digest.add(block.id)
      digest.add(block.escortCapacity)
      digest.add(block.fetchMinutes)
    }
    digest.addSet(training) { digest, programme in
      digest.add(programme.id)
      digest.add(programme.kind.code)
      digest.addSet(programme.timetable) { digest, entry in
        digest.add(entry.weekday.code)
        digest.add(entry.hours)
        digest.add(entry.days)
      }
    }
    digest.addSet(education) { digest, event in
      digest.add(event.id)
      digest.add(event.partner)
      digest.add(Set(event.advocates))
      digest.add(event.room)
      digest.add(event.date)
      digest.add(event.hours)
      digest.add(event.state.code)
      digest.add(event.participants)
    }
  }
}
