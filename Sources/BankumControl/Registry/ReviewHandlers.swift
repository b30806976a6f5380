import BankumAPI
import BankumModel
import BankumOffice
import Varlink

/// The review's methods of `org.bankum.Registry`.
enum ReviewHandlers {
  typealias Interface = RegistryInterface

  static func list(
    _ daemon: Daemon, _ input: Interface.ListReviews.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ListReviews.Output {
    try await Desk.answer(daemon, Interface.ListReviews.self, input, caller, language: input.language) { context in
      let kind: ReviewKind? = try input.kind.map { try Read.code($0, "kind") }
      let found = try await context.office.listReviews(
        kind, decided: input.decided ?? false, atMost: try Read.number(input.limit, "limit", 1...1_000) ?? 100,
        context.scope, method: Interface.ListReviews.name)
      let zone = context.office.clock.zone
      return Interface.ListReviews.Output(reviews: found.reviews.map { item($0, zone) }, total: found.total)
    }
  }

  static func show(
    _ daemon: Daemon, _ input: Interface.ShowReview.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Interface.ShowReview.Output {
    try await Desk.answer(daemon, Interface.ShowReview.self, input, caller, language: input.language) { context in
      let review = try await context.office.showReview(
        try Read.id(input.review, "review"), context.scope, method: Interface.ShowReview.name)
      return Interface.ShowReview.Output(review: item(review, context.office.clock.zone))
    }
  }

  static func resolve(
    _ daemon: Daemon, _ input: Interface.ResolveReview.Input, _ caller: Caller
  ) async throws(VarlinkError) -> Written<Interface.ResolveReview> {
    try await Desk.write(
      daemon, Interface.ResolveReview.self, input, caller, language: input.language,
      reply: { (outcome: ReviewOutcome) in .init(inmate: outcome.inmate?.text) }
    ) { context in
      try await context.office.resolveReview(
        try Read.id(input.review, "review"), try Read.code(input.decision, "decision"),
        as: try Read.id(input.inmate, "inmate"), on: try Read.date(input.on, "on"), context.order)
    }
  }

  private static func item(_ review: Review, _ zone: ZoneOffset) -> ReviewItem {
    ReviewItem(
      review: review.id.text, kind: review.kind.code, madeAt: review.madeAt.text(in: zone),
      import: review.batch.map { Int($0) }, inmate: review.inmate.map(person),
      candidates: review.candidates.map(person),
      name: review.name, number: review.number,
      fields: zip(review.headers, review.fields).map { ReviewField(column: $0, value: $1) },
      decisions: review.kind.decisions.map(\.code), decision: review.decision?.code,
      decidedBy: review.decidedBy.map { Int($0) })
  }

  private static func person(_ person: BankumOffice.ReviewPerson) -> BankumAPI.ReviewPerson {
    let inmate = person.inmate
    return BankumAPI.ReviewPerson(
      inmate: inmate.id.text, name: inmate.name, aliases: inmate.aliases, number: inmate.registerNumber?.text,
      serialNumber: inmate.serialNumber, birthDate: inmate.birthDate?.text, enteredOn: inmate.enteredOn.text,
      block: person.block, presence: inmate.presence.code)
  }
}
