import BankumExchange
import BankumModel
import BankumOffice
import BankumStore
import BankumTesting
import Testing

@Suite("The review")
struct ReviewTests {
  /// Two people of one name, and a line that may mean either.
  private func doubtful(_ test: TestOffice) async throws -> (ImportFile, Review) {
    var list = Population()
    list.add("A.II.1/2026", "KEMBAR REKAAN")
    list.add("A.II.2/2026", "KEMBAR REKAAN")
    try await test.take(list.file)
    list.rows = [Population.Row(number: "A.III.7/2026", name: "KEMBAR REKAAN", sex: "L", serial: "0042")]
    try await test.take(list.file)
    let found = try await test.office.listReviews(
      nil, decided: false, atMost: 10, TestOffice.registrar, method: "test")
    #expect(found.total == 1)
    return (list.file, try #require(found.reviews.first))
  }

  @Test("shows the line and whom it may mean")
  func shows() async throws {
    let test = try await TestOffice.prepared()
    let review = try await doubtful(test).1
    #expect(review.kind == .samePerson && review.name == "KEMBAR REKAAN" && review.number == "A.III.7/2026")
    #expect(review.candidates.map { $0.inmate.registerNumber?.serial }.compactMap { $0 }.sorted() == [1, 2])
    #expect(zip(review.headers, review.fields).contains { $0 == "Nomor Induk" && $1 == "0042" })
    let shown = try await test.office.showReview(review.id, TestOffice.registrar, method: "test")
    #expect(shown == review)
  }

  @Test("decided as one of the candidates applies the line to him; the list says nothing new then")
  func same() async throws {
    let test = try await TestOffice.prepared()
    let (file, review) = try await doubtful(test)
    let whom = try #require(review.candidates.first?.inmate.id)
    await #expect(throws: OfficeError.invalid("inmate", nil, .candidate)) {
      try await test.office.resolveReview(review.id, .same, as: nil, TestOffice.order())
    }
    await #expect(throws: OfficeError.invalid("inmate", Inmate.ID(bits: 1).text, .candidate)) {
      try await test.office.resolveReview(review.id, .same, as: Inmate.ID(bits: 1), TestOffice.order())
    }
    let outcome = try await test.office.resolveReview(review.id, .same, as: whom, TestOffice.order())
    #expect(outcome.inmate == whom)
    let person = try #require(try await test.inmates().first { $0.id == whom })
    #expect(person.registerNumber?.text == "A.III.7/2026" && person.serialNumber == "0042")
    #expect(try await test.inmates().count == 2)
    #expect(try await test.take(file).lines.first?.same == 1)
    await #expect(throws: OfficeError.refused(.imports(.decided))) {
      try await test.office.resolveReview(review.id, .new, as: nil, TestOffice.order())
    }
  }

  @Test("decided as somebody new adds him; dismissed, the line is never asked about again", arguments: [true, false])
  func newOrNot(isNew: Bool) async throws {
    let test = try await TestOffice.prepared()
    let (file, review) = try await doubtful(test)
    let outcome = try await test.office.resolveReview(
      review.id, isNew ? .new : .dismiss, as: nil, TestOffice.order())
    #expect((outcome.inmate != nil) == isNew)
    #expect(try await test.inmates().count == (isNew ? 3 : 2))
    let again = try await test.take(file)
    #expect(again.reviews == 0)
    #expect(again.lines.first?.same == (isNew ? 1 : 0))
    #expect(try await test.reviews().isEmpty)
  }

  @Test("takes only what can be decided about its kind")
  func decisions() async throws {
    let test = try await TestOffice.prepared()
    let review = try await doubtful(test).1
    for decision in ReviewDecision.allCases where !review.kind.decisions.contains(decision) {
      await #expect(
        throws: OfficeError.invalid(
          "decision", decision.code, .oneOf(ReviewKind.samePerson.decisions.map(\.code)))
      ) { try await test.office.resolveReview(review.id, decision, as: nil, TestOffice.order()) }
    }
    await #expect(throws: OfficeError.notFound("review", Identifier<ReviewEntry>(bits: 5).text)) {
      try await test.office.resolveReview(Identifier(bits: 5), .here, as: nil, TestOffice.order())
    }
  }

  @Test("of somebody missing: he is here")
  func here() async throws {
    let test = try await TestOffice.prepared()
    var list = Population.of(100)
    try await test.take(list.file)
    list.rows.removeLast()
    try await test.take(list.file, scope: .full)
    let entry = try #require(try await test.reviews().first)
    _ = try await test.office.resolveReview(entry.id, .here, as: nil, TestOffice.order())
    #expect(try await test.inmates().allSatisfy { $0.presence == .present })
  }

  @Test("of somebody missing who has left: what hangs on him ends with it")
  func left() async throws {
    let test = try await TestOffice.prepared()
    var list = Population.of(100)
    try await test.take(list.file)
    let gone = list.rows.removeLast()
    try await test.take(list.file, scope: .full)
    let whom = try #require(try await test.inmate(gone.name)?.id)
    let request = Request(
      id: Request.ID(bits: 9), inmate: whom, service: .consultation,
      submittedOn: try CivilDate(parsing: "2026-11-02"), channel: .oral)
    try await test.write { try $0.put(request) }
    let entry = try #require(try await test.reviews().first)
    let day = try CivilDate(parsing: "2026-11-20")
    await #expect(throws: OfficeError.invalid("on", day.text, .absent)) {
      try await test.office.resolveReview(entry.id, .here, as: nil, on: day, TestOffice.order())
    }
    _ = try await test.office.resolveReview(entry.id, .transferred, as: nil, on: day, TestOffice.order())
    let person = try #require(try await test.inmate(gone.name))
    #expect(person.presence == .transferred && person.departedOn == day)
    let ended = try await test.office.register.readUnaudited { try $0.get(request.id) }
    #expect(ended.state == .transferred && ended.closing?.on == day)
    #expect(try await test.reviews().isEmpty)
    // The old list comes again, and the departure was a mistake.
    list.rows.append(gone)
    #expect(try await test.take(list.file, scope: .full).reviews == 1)
    let returned = try #require(try await test.reviews().first)
    _ = try await test.office.resolveReview(returned.id, .here, as: nil, TestOffice.order())
    let back = try #require(try await test.inmate(gone.name))
    #expect(back.presence == .present && back.departedOn == nil)
    let waits = try await test.office.register.readUnaudited { try $0.get(request.id) }
    #expect(waits.state == .submitted)
  }

  @Test("a new number that somebody else has got meanwhile is not given twice")
  func taken() async throws {
    let test = try await TestOffice.prepared()
    let review = try await doubtful(test).1
    var other = Population()
    other.add("A.III.7/2026", "ORANG LAIN REKAAN")
    try await test.take(other.file)
    let holder = try #require(try await test.inmate("ORANG LAIN REKAAN")?.id)
    await #expect(throws: OfficeError.invalid("inmate", nil, .numberOfNobodyElse(holder))) {
      try await test.office.resolveReview(review.id, .new, as: nil, TestOffice.order())
    }
  }
}
