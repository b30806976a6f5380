import Varlink

/// The service of `org.varlink.certification`: a client that comes to its `End` can speak Varlink.
/// - Parameter makeClient: makes the name of a walk; a new one each time.
func certificationService(
  makeClient: @escaping @Sendable () -> String = { String(UInt64.random(in: .min ... .max), radix: 16) }
) -> VarlinkService {
  let table = certificationTable(CertificationWalks(makeClient: makeClient))
  return VarlinkService(
    information: ServiceInformation(
      vendor: "bankum", product: "varlink-certification", version: "1", url: "https://varlink.org"),
    definitions: [CertificationInterface.self],
    methods: table.rows.map { row in row.served { (_, context) throws(VarlinkError) in context } })
}

/// Everybody may call everything; the handlers see how they were called.
private typealias Table = CertificationTable<Void, CallContext>

private func certificationTable(_ walks: CertificationWalks) -> Table {
  typealias Values = CertificationValues
  typealias Certification = CertificationInterface
  return Table(
    start: MethodRow(
      (),
      .immediate { (_, context) throws(VarlinkError) in
        Certification.Start.Output(clientId: try walks.start(context))
      }),
    test01: step(walks, \.clientId, wants: { Certification.Test01.Input(clientId: $0) }, .init(bool: Values.bool)),
    test02: step(
      walks, \.clientId, wants: { Certification.Test02.Input(clientId: $0, bool: Values.bool) },
      .init(int: Values.int)),
    test03: step(
      walks, \.clientId, wants: { Certification.Test03.Input(clientId: $0, int: Values.int) },
      .init(float: Values.float)),
    test04: step(
      walks, \.clientId, wants: { Certification.Test04.Input(clientId: $0, float: Values.float) },
      .init(string: Values.ping)),
    test05: step(
      walks, \.clientId, wants: { Certification.Test05.Input(clientId: $0, string: Values.ping) },
      .init(
        bool: Values.second.bool, int: Values.second.int, float: Values.second.float, string: Values.second.string)),
    test06: step(
      walks, \.clientId,
      wants: {
        Certification.Test06.Input(
          clientId: $0, bool: Values.second.bool, int: Values.second.int, float: Values.second.float,
          string: Values.second.string)
      },
      .init(
        struct: .init(
          bool: Values.second.bool, int: Values.second.int, float: Values.second.float, string: Values.second.string))),
    test07: step(
      walks, \.clientId,
      wants: {
        Certification.Test07.Input(
          clientId: $0,
          struct: .init(
            bool: Values.second.bool, int: Values.second.int, float: Values.second.float,
            string: Values.second.string))
      },
      .init(map: Values.map)),
    test08: step(
      walks, \.clientId, wants: { Certification.Test08.Input(clientId: $0, map: Values.map) }, .init(set: Values.set)),
    test09: step(
      walks, \.clientId, wants: { Certification.Test09.Input(clientId: $0, set: Values.set) },
      .init(mytype: Values.myType)),
    test10: MethodRow(
      (),
      .subscription { (input, context, replies) async throws(VarlinkError) in
        try walks.step(
          Certification.Test10.self, of: input.clientId,
          wants: .init(clientId: input.clientId, mytype: Values.myType), got: input, wantsMode: .more,
          mode: context.mode)
        for reply in Values.replies.dropLast() {
          // The client has gone; what comes last is sent to nobody.
          do { try await replies.send(.init(string: reply)) } catch { break }
        }
        return .init(string: Values.replies.last ?? "")
      }),
    test11: step(
      walks, \.clientId,
      wants: { Certification.Test11.Input(clientId: $0, lastMoreReplies: Values.replies) }, mode: .oneway, .init()),
    end: step(walks, \.clientId, wants: { Certification.End.Input(clientId: $0) }, .init(allOk: true)))
}

/// A step that answers at once with what it always answers, if the call is what the walk has here.
private func step<Method: VarlinkMethod>(
  _ walks: CertificationWalks, _ client: @escaping @Sendable (Method.Input) -> String,
  wants: @escaping @Sendable (String) -> Method.Input, mode: VarlinkCall.Mode = .single, _ output: Method.Output
) -> MethodRow<Method, Void, CallContext> where Method.Input: Equatable {
  MethodRow(
    (),
    .immediate { (input, context) throws(VarlinkError) in
      let client = client(input)
      try walks.step(
        Method.self, of: client, wants: wants(client), got: input, wantsMode: mode, mode: context.mode)
      return output
    })
}
