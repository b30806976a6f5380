import BankumAPI
import BankumOffice
import Varlink

/// The rows of `org.bankum.Registry`.
enum RegistryRoutes {
  /// The house and every partner, each as far as it sees.
  private static let people: Set<Role> = [.registrar, .coordinator, .advocate]
  /// What names nobody: whoever has a role.
  private static let everyRole = Set(Role.allCases)

  static func table(_ daemon: Daemon) -> RegistryTable<Access, Caller> {
    RegistryTable(
      import: .later([.registrar], daemon, ImportHandlers.importFiles),
      listImports: .later([.registrar], daemon, ImportHandlers.list),
      undoImport: .later([.registrar], daemon, ImportHandlers.undo),
      listReviews: .later([.registrar], daemon, ReviewHandlers.list),
      showReview: .later([.registrar], daemon, ReviewHandlers.show),
      resolveReview: .later([.registrar], daemon, ReviewHandlers.resolve),
      getImportTemplate: .later([.registrar], daemon, ImportHandlers.template),
      listRoles: .later([.ops, .auditor], daemon, RoleHandlers.list),
      grantRole: .later([.ops], daemon, RoleHandlers.grant),
      revokeRole: .later([.ops], daemon, RoleHandlers.revoke),
      listInmates: .later(people, daemon, InmateHandlers.list),
      findInmates: .later(people, daemon, InmateHandlers.find),
      showInmate: .later(people, daemon, InmateHandlers.show),
      addInmate: .later([.registrar], daemon, InmateWriteHandlers.add),
      setInmate: .later([.registrar], daemon, InmateWriteHandlers.set),
      moveInmate: .later([.registrar], daemon, InmateWriteHandlers.move),
      renumberInmate: .later([.registrar], daemon, InmateWriteHandlers.renumber),
      mergeInmates: .later([.registrar], daemon, InmateWriteHandlers.merge),
      departInmate: .later([.registrar], daemon, InmateWriteHandlers.depart),
      reinstateInmate: .later([.registrar], daemon, InmateWriteHandlers.reinstate),
      sendInmateAway: .later([.registrar], daemon, InmateWriteHandlers.sendAway),
      bringInmateBack: .later([.registrar], daemon, InmateWriteHandlers.bringBack),
      listTerms: .later(people, daemon, CaseHandlers.terms),
      addTerm: .later([.registrar], daemon, CaseHandlers.addTerm),
      listHearings: .later(people, daemon, CaseHandlers.hearings),
      addHearing: .later(people, daemon, CaseHandlers.addHearing),
      moveHearing: .later([.registrar], daemon, CaseHandlers.moveHearing),
      cancelHearing: .later([.registrar], daemon, CaseHandlers.cancelHearing),
      listCases: .later(people, daemon, CaseHandlers.cases),
      showCase: .later(people, daemon, CaseHandlers.showCase),
      linkParties: .later([.registrar], daemon, CaseHandlers.linkParties),
      linkCases: .later([.registrar], daemon, CaseHandlers.linkCases),
      listKeepApart: .later([.registrar], daemon, CaseHandlers.keepApart),
      addKeepApart: .later([.registrar], daemon, CaseHandlers.addKeepApart),
      removeKeepApart: .later([.registrar], daemon, CaseHandlers.removeKeepApart),
      listPartners: .later(people.union([.ops, .auditor, .officer]), daemon, PartnerHandlers.list),
      setPartner: .later([.registrar], daemon, PartnerHandlers.set),
      listAdvocates: .later(people, daemon, AdvocateHandlers.list),
      addAdvocate: .later([.registrar, .coordinator], daemon, AdvocateHandlers.add),
      setAdvocate: .later([.registrar, .coordinator], daemon, AdvocateHandlers.set),
      endAdvocate: .later([.registrar, .coordinator], daemon, AdvocateHandlers.end),
      setAdvocateAbsent: .later(people, daemon, AdvocateHandlers.absent),
      listAvailability: .later(people, daemon, AdvocateHandlers.availability),
      addAvailability: .later(people, daemon, AdvocateHandlers.addAvailability),
      removeAvailability: .later(people, daemon, AdvocateHandlers.removeAvailability),
      confirmAvailability: .later(people, daemon, AdvocateHandlers.confirmAvailability),
      listMandates: .later(people, daemon, PartnerHandlers.mandates),
      addMandate: .later(people, daemon, PartnerHandlers.addMandate),
      endMandate: .later(people, daemon, PartnerHandlers.endMandate),
      listRooms: .later(everyRole, daemon, HouseHandlers.rooms),
      blockRoom: .later([.registrar], daemon, HouseHandlers.blockRoom),
      unblockRoom: .later([.registrar], daemon, HouseHandlers.unblockRoom),
      listBlocks: .later(everyRole, daemon, HouseHandlers.blocks),
      setBlock: .later([.registrar], daemon, HouseHandlers.setBlock),
      listCalendar: .later(everyRole, daemon, HouseHandlers.calendar),
      closeDays: .later([.registrar], daemon, HouseHandlers.close),
      openDays: .later([.registrar], daemon, HouseHandlers.open),
      setDayHours: .later([.registrar], daemon, HouseHandlers.hours),
      listTraining: .later(everyRole, daemon, HouseHandlers.training),
      setTraining: .later([.registrar], daemon, HouseHandlers.setTraining),
      listRules: .later(everyRole, daemon, RuleHandlers.list),
      showRule: .later(everyRole, daemon, RuleHandlers.show),
      setRule: .later([.ops, .officer], daemon, RuleHandlers.set),
      confirmRule: .later([.officer], daemon, RuleHandlers.confirm))
  }
}
