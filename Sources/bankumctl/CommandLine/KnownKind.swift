/// The kinds of things whose ids the daemon completes, by the names of `ListIdentifiers`.
enum KnownKind: String, Sendable {
  case inmate, request, session, partner, advocate, availability, room, block, mandate, hearing, term, absence
  case keepApart, training, education, notice, review, run
  case caseFile = "case"
}
