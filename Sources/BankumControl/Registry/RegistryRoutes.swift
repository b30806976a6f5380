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
      import: .write([.registrar], daemon, ImportHandlers.importFiles),
      listImports: .later([.registrar], daemon, ImportHandlers.list),
      undoImport: .write([.registrar], daemon, ImportHandlers.undo),
      listReviews: .later([.registrar], daemon, ReviewHandlers.list),
      showReview: .later([.registrar], daemon, ReviewHandlers.show),
      resolveReview: .write([.registrar], daemon, ReviewHandlers.resolve),
      getImportTemplate: .later([.registrar], daemon, ImportHandlers.template),
      listRoles: .later([.ops, .auditor], daemon, RoleHandlers.list),
      grantRole: .write([.ops], daemon, RoleHandlers.grant),
      revokeRole: .write([.ops], daemon, RoleHandlers.revoke),
      listInmates: .later(people, daemon, InmateHandlers.list),
      findInmates: .later(people, daemon, InmateHandlers.find),
      showInmate: .later(people, daemon, InmateHandlers.show),
      addInmate: .write([.registrar], daemon, InmateWriteHandlers.add),
      setInmate: .write([.registrar], daemon, InmateWriteHandlers.set),
      moveInmate: .write([.registrar], daemon, InmateWriteHandlers.move),
      renumberInmate: .write([.registrar], daemon, InmateWriteHandlers.renumber),
      mergeInmates: .write([.registrar], daemon, InmateWriteHandlers.merge),
      departInmate: .write([.registrar], daemon, InmateWriteHandlers.depart),
      reinstateInmate: .write([.registrar], daemon, InmateWriteHandlers.reinstate),
      sendInmateAway: .write([.registrar], daemon, InmateWriteHandlers.sendAway),
      bringInmateBack: .write([.registrar], daemon, InmateWriteHandlers.bringBack),
      listTerms: .later(people, daemon, CaseHandlers.terms),
      addTerm: .write([.registrar], daemon, CaseHandlers.addTerm),
      listHearings: .later(people, daemon, CaseHandlers.hearings),
      addHearing: .write(people, daemon, CaseHandlers.addHearing),
      moveHearing: .write([.registrar], daemon, CaseHandlers.moveHearing),
      cancelHearing: .write([.registrar], daemon, CaseHandlers.cancelHearing),
      listCases: .later(people, daemon, CaseHandlers.cases),
      showCase: .later(people, daemon, CaseHandlers.showCase),
      linkParties: .write([.registrar], daemon, CaseHandlers.linkParties),
      linkCases: .write([.registrar], daemon, CaseHandlers.linkCases),
      listKeepApart: .later([.registrar], daemon, CaseHandlers.keepApart),
      addKeepApart: .write([.registrar], daemon, CaseHandlers.addKeepApart),
      removeKeepApart: .write([.registrar], daemon, CaseHandlers.removeKeepApart),
      listPartners: .later(people.union([.ops, .auditor, .officer]), daemon, PartnerHandlers.list),
      setPartner: .write([.registrar], daemon, PartnerHandlers.set),
      listAdvocates: .later(people, daemon, AdvocateHandlers.list),
      addAdvocate: .write([.registrar, .coordinator], daemon, AdvocateHandlers.add),
      setAdvocate: .write([.registrar, .coordinator], daemon, AdvocateHandlers.set),
      endAdvocate: .write([.registrar, .coordinator], daemon, AdvocateHandlers.end),
      setAdvocateAbsent: .write(people, daemon, AdvocateHandlers.absent),
      listAvailability: .later(people, daemon, AdvocateHandlers.availability),
      addAvailability: .write(people, daemon, AdvocateHandlers.addAvailability),
      removeAvailability: .write(people, daemon, AdvocateHandlers.removeAvailability),
      confirmAvailability: .write(people, daemon, AdvocateHandlers.confirmAvailability),
      listMandates: .later(people, daemon, PartnerHandlers.mandates),
      addMandate: .write(people, daemon, PartnerHandlers.addMandate),
      endMandate: .write(people, daemon, PartnerHandlers.endMandate),
      listRooms: .later(everyRole, daemon, HouseHandlers.rooms),
      blockRoom: .write([.registrar], daemon, HouseHandlers.blockRoom),
      unblockRoom: .write([.registrar], daemon, HouseHandlers.unblockRoom),
      listBlocks: .later(everyRole, daemon, HouseHandlers.blocks),
      setBlock: .write([.registrar], daemon, HouseHandlers.setBlock),
      listCalendar: .later(everyRole, daemon, HouseHandlers.calendar),
      closeDays: .write([.registrar], daemon, HouseHandlers.close),
      openDays: .write([.registrar], daemon, HouseHandlers.open),
      setDayHours: .write([.registrar], daemon, HouseHandlers.hours),
      listTraining: .later(everyRole, daemon, HouseHandlers.training),
      setTraining: .write([.registrar], daemon, HouseHandlers.setTraining),
      listRules: .later(everyRole, daemon, RuleHandlers.list),
      showRule: .later(everyRole, daemon, RuleHandlers.show),
      setRule: .write([.ops, .officer], daemon, RuleHandlers.set),
      confirmRule: .write([.officer], daemon, RuleHandlers.confirm))
  }
}
