import BankumModel
import BankumOffice
import BankumWords

extension PeopleRefusal {
  /// The reason in words.
  var message: Message {
    switch self {
    case .hasLeft(let presence):
      .refusedPeopleHasLeft(how: Message.named("presence.\(presence.code)") ?? .presencePresent)
    case .isHere: .refusedPeopleIsHere
    case .numberTaken(let inmate): .refusedPeopleNumberTaken(inmate: inmate.text)
    case .perhapsKnown(let inmates): .refusedPeoplePerhapsKnown(inmates: inmates.map(\.text))
    case .notOnePerson(let field): .refusedPeopleNotOnePerson(field: field)
    case .meetingsOverlap(let session): .refusedPeopleMeetingsOverlap(session: session.text)
    case .letterKnown(let term): .refusedPeopleLetterKnown(term: term.text)
    case .hearingKnown(let hearing): .refusedPeopleHearingKnown(hearing: hearing.text)
    case .hearingCancelled: .refusedPeopleHearingCancelled
    case .notInCase: .refusedPeopleNotInCase
    case .keptApart(let order): .refusedPeopleKeptApart(order: order.text)
    case .awayAlready(let absence): .refusedPeopleAwayAlready(absence: absence.text)
    case .notAway: .refusedPeopleNotAway
    }
  }
}

extension HouseRefusal {
  /// The reason in words.
  var message: Message {
    switch self {
    case .paralegal: .refusedHouseParalegal
    case .wall: .refusedHouseWall
    case .mandateKnown(let mandate): .refusedHouseMandateKnown(mandate: mandate.text)
    case .mandateEnded: .refusedHouseMandateEnded
    case .employmentEnded: .refusedHouseEmploymentEnded
    case .nameTaken(let name): .refusedHouseNameTaken(name: name)
    case .roomNotBlocked: .refusedHouseRoomNotBlocked
    case .nothingToConfirm: .refusedHouseNothingToConfirm
    case .officerConfirms: .refusedHouseOfficerConfirms
    }
  }
}
