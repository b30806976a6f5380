package import BankumModel

extension CaseFile: Stored {
  package static let table = Table(
    "case_file", [], kind: "case", isSealed: true,
    links: [
      Table.Link("case_party", ["inmate"]), Table.Link("case_link", ["other"]), Table.Link("case_key", ["blind"]),
    ])

  package func write(to record: inout RecordWriter) {
    record.body.add(number)
    record.body.add(articles)
    record.body.add(threat?.code)
    record.body.add(law)
    record.body.add(list: parties) { party, body in
      body.add(party.inmate)
      body.add(party.role)
    }
    record.body.add(list: relations) { relation, body in
      body.add(relation.pair.one)
      body.add(relation.pair.other)
      body.add(relation.kind)
      body.add(relation.reason)
      body.add(relation.decidedOn)
    }
    record.body.add(set: linkedFiles)
    record.body.add(optional: verdict) { verdict, body in
      body.add(verdict.stage)
      body.add(verdict.knownOn)
      body.add(verdict.foughtOn)
    }
    record.link(parties.map { [.integer(Int64($0.inmate.bits))] })
    record.link(linkedFiles.map(\.bits).sorted().map { [.integer(Int64($0))] })
    record.link(number.map { [[record.blind(.caseNumber, $0)]] } ?? [])
  }

  package init(rowKey: Int64, from record: inout RecordReader) throws(StoreError) {
    let number = try record.body.optionalText()
    let articles = try record.body.optionalText()
    let threat = try record.body.optionalText().map { text throws(StoreError) in
      guard let threat = try? CriminalThreat(parsing: text) else { throw FieldReader.damage("an unknown threat") }
      return threat
    }
    self.init(
      id: Self.id(rowKey), number: number, articles: articles, threat: threat, law: try record.body.code(),
      parties: try record.body.list { body throws(StoreError) in
        CaseParty(inmate: try body.id(), role: try body.code())
      },
      relations: try record.body.list { body throws(StoreError) in
        guard let pair = InmatePair(try body.id(), try body.id()) else {
          throw FieldReader.damage("one person twice in a pair")
        }
        return PartyRelation(
          pair: pair, kind: try body.code(), reason: try body.text(), decidedOn: try body.date())
      },
      linkedFiles: try record.body.ids(),
      verdict: try record.body.optional { body throws(StoreError) in
        Verdict(stage: try body.code(), knownOn: try body.date(), foughtOn: try body.optionalDate())
      })
  }
}
