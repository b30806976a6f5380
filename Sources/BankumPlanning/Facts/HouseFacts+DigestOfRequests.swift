import BankumModel

extension HouseFacts {
  func addRequests(to digest: inout DigestBytes) {
    digest.addSet(requests) { digest, request in
      digest.add(request.id)
      digest.add(request.inmate)
      digest.add(request.service.code)
      // To a run they are one: it says itself which it is.
      digest.add((request.state == .noEligiblePartner ? RequestState.submitted : request.state).code)
      digest.add(request.submittedOn)
      digest.add(request.wishPartner) { $0.add($1) }
      digest.addSet(request.exclusions) { digest, exclusion in
        digest.add(exclusion.partner)
        digest.add(exclusion.reason.code)
      }
      digest.add(request.advocateSex) { $0.add($1.code) }
      digest.add(request.skill) { $0.add($1.code) }
      digest.add(request.language) { $0.add($1.code) }
      digest.add(codes: request.needs)
      digest.add(request.povertyProof != nil)
      digest.add(request.permit) { digest, permit in
        digest.add(permit.state.code)
        digest.add(permit.requestedOn)
        digest.add(permit.firstDay) { $0.add($1) }
      }
      digest.add(request.offer) { digest, offer in
        digest.add(offer.partner)
        digest.add(offer.offeredAt.date)
      }
      digest.add(request.waitingSince) { $0.add($1) }
      digest.add(request.lostMeetings)
    }
    digest.addSet(Array(waivers)) { digest, entry in
      digest.add(entry.key)
      digest.add(codes: entry.value)
    }
    digest.addSet(Array(reserved)) { digest, entry in
      digest.add(entry.key)
      digest.add(entry.value.advocate)
      digest.add(entry.value.date)
      digest.add(entry.value.start.minutes)
    }
    digest.addSet(Array(ranksOfRun)) { digest, entry in
      digest.add(entry.key)
      digest.add(entry.value.tier)
      digest.add(entry.value.points)
    }
    digest.addSet(mandates) { digest, mandate in
      digest.add(mandate.id)
      digest.add(mandate.inmate)
      digest.add(mandate.partner)
      digest.add(mandate.advocate)
      digest.add(mandate.days)
    }
    digest.addSet(reportedConflicts) { digest, conflict in
      digest.add(conflict.inmate)
      digest.add(conflict.partner)
    }
    digest.addSet(conflictOverrides.filter(\.isValid)) { digest, conflict in
      digest.add(conflict.inmate)
      digest.add(conflict.partner)
    }
  }

  func addMeetings(to digest: inout DigestBytes) {
    digest.addSet(sessions.filter(\.takesPlace)) { digest, session in
      digest.add(session.id)
      digest.add(session.request) { $0.add($1) }
      digest.add(session.inmate)
      digest.add(session.partner)
      digest.add(session.advocate)
      digest.add(session.room) { $0.add($1) }
      digest.add(session.date)
      digest.add(session.hours)
      digest.add(session.state.code)
      digest.add(session.isPinned)
    }
    digest.addSet(encounters) { digest, met in
      digest.add(met.inmate)
      digest.add(met.partner)
      digest.add(met.advocate)
      digest.add(met.lastOn)
    }
  }
}
