import BankumAPI
import BankumModel
import BankumOffice
import BankumStore
import BankumWords
import Varlink

/// Filing, listing, showing and editing requests.
enum RequestHandlers {
  typealias Interface = RequestsInterface

  static func add(
    _ daemon: Daemon, _ input: Interface.Add.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.Add> {
    try await Desk.write(
      daemon, Interface.Add.self, input, caller, language: input.textLanguage, languageField: "textLanguage",
      reply: { (request: Request.ID, _: Language) in .init(request: request.text) }
    ) { context in
      let isPartner = context.scope.partner != nil
      let new = NewRequest(
        inmate: input.inmate, service: try Read.code(input.service, "service"),
        submittedOn: try Read.date(input.submittedOn, "submittedOn"),
        channel: try RequestFields.code(input.channel, "channel") ?? (isPartner ? .lbh : .oral), topic: input.topic,
        wishPartner: try Read.id(input.wishPartner, "wishPartner"),
        refusePartners: try RequestFields.ids(input.refusePartners, "refusePartners") ?? [],
        language: try RequestFields.language(input.language, "language"),
        needs: try RequestFields.needs(input.needs, "needs") ?? [],
        povertyProof: try RequestFields.code(input.povertyProof, "povertyProof"), isAgain: input.again ?? false)
      return try await context.office.addRequest(new, context.order)
    }
  }

  static func list(
    _ daemon: Daemon, _ input: Interface.List.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.List.Output {
    try await Desk.answer(daemon, Interface.List.self, input, caller, language: input.language) { context in
      let question = RequestQuestion(
        states: try states(input.states), partner: try Read.id(input.partner, "partner"), inmate: input.inmate,
        service: try RequestFields.code(input.service, "service"),
        limit: try Read.number(input.limit, "limit", 1...1_000) ?? 1_000)
      let (views, left) = try await context.office.listRequests(
        question, context.scope, method: Interface.List.name)
      return Interface.List.Output(
        requests: views.map { RequestFields.details($0, context.office.clock.zone) }, left: left)
    }
  }

  static func get(
    _ daemon: Daemon, _ input: Interface.Get.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.Get.Output {
    try await Desk.answer(daemon, Interface.Get.self, input, caller, language: input.language) { context in
      let view = try await context.office.showRequest(
        try Read.id(input.request, "request"), context.scope, method: Interface.Get.name)
      return Interface.Get.Output(request: RequestFields.details(view, context.office.clock.zone))
    }
  }

  static func edit(
    _ daemon: Daemon, _ input: Interface.Edit.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.Edit> {
    try await Desk.write(
      daemon, Interface.Edit.self, input, caller, language: input.language,
      reply: { (_: Done) in .init() }
    ) { context in
      var edit = RequestEdit()
      // An empty text empties.
      if let topic = input.topic { edit.topic = .some(RequestFields.given(topic)) }
      if let wish = input.wishPartner {
        let partner: Partner.ID? = try Read.id(RequestFields.given(wish), "wishPartner")
        edit.wishPartner = .some(partner)
      }
      edit.refusePartners = try RequestFields.ids(input.refusePartners, "refusePartners")
      if let speaks = input.speaks {
        edit.language = .some(try RequestFields.language(RequestFields.given(speaks), "speaks"))
      }
      edit.needs = try RequestFields.needs(input.needs, "needs")
      if let proof = input.povertyProof {
        edit.povertyProof = .some(try RequestFields.code(RequestFields.given(proof), "povertyProof"))
      }
      return try await context.office.editRequest(try Read.id(input.request, "request"), edit, context.order)
    }
  }

  /// The states asked for; empty: all.
  private static func states(_ codes: [String]?) throws(OfficeError) -> Set<RequestState>? {
    guard let codes, !codes.isEmpty else { return nil }
    if codes == ["all"] { return [] }
    var found: Set<RequestState> = []
    for (index, code) in codes.enumerated() { found.insert(try Read.code(code, "states[\(index)]")) }
    return found
  }
}
