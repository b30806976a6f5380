import BankumOffice

/// The part of the access matrix about the register, written down a second time, by hand.
enum RegistryMatrix {
  private static let house: Set<Role?> = [.registrar]
  private static let people: Set<Role?> = [.registrar, .coordinator, .advocate]
  private static let staff: Set<Role?> = [.registrar, .coordinator]
  private static let everyRole: Set<Role?> = [
    .ops, .registrar, .runner, .advocate, .coordinator, .guardian, .auditor, .officer,
  ]

  static let cells: [String: Set<Role?>] = {
    let rows: [(Set<Role?>, String)] = [
      (people, "ListInmates FindInmates ShowInmate ListTerms ListHearings AddHearing ListCases ShowCase"),
      (house, "AddInmate SetInmate MoveInmate RenumberInmate MergeInmates DepartInmate ReinstateInmate"),
      (house, "SendInmateAway BringInmateBack AddTerm MoveHearing CancelHearing LinkParties LinkCases"),
      (house, "ListKeepApart AddKeepApart RemoveKeepApart SetPartner BlockRoom UnblockRoom SetBlock CloseDays"),
      (house, "OpenDays SetDayHours SetTraining"),
      ([.registrar, .coordinator, .advocate, .ops, .auditor, .officer], "ListPartners"),
      (people, "ListAdvocates SetAdvocateAbsent ListAvailability AddAvailability RemoveAvailability"),
      (people, "ConfirmAvailability ListMandates AddMandate EndMandate"),
      (staff, "AddAdvocate SetAdvocate EndAdvocate"),
      (everyRole, "ListRooms ListBlocks ListCalendar ListTraining ListRules ShowRule"),
      ([.ops, .officer], "SetRule"), ([.officer], "ConfirmRule"),
    ]
    var cells: [String: Set<Role?>] = [:]
    for (roles, names) in rows {
      for name in names.split(separator: " ") { cells["org.bankum.Registry.\(name)"] = roles }
    }
    return cells
  }()
}
