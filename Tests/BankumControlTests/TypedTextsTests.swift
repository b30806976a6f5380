import BankumAPI
import BankumModel
import BankumOffice
import BankumStore
import JSON
import Testing
import Varlink

@testable import BankumControl

/// Every text of every method that writes.
@Suite("The texts that people type")
struct TypedTextsTests {
  private struct Method {
    let name: String
    let fields: [VarlinkField]
  }

  /// The texts that are no words of people: ids, numbers of the register, days, hours, codes and names to look up.
  static let others: Set<String> = [
    "accreditationClass", "accreditationFrom", "accreditationTo", "advocate", "advocates", "agreementFrom",
    "agreementTo", "availability", "birthDate", "block", "by", "case", "channel", "date", "decision",
    "employmentFrom", "enteredOn", "event", "from", "grant", "hearing", "hours", "how", "idempotencyKey", "inmate",
    "key", "kind", "language", "languages", "law", "licenceFrom", "licenceTo", "mandate", "needs", "notices", "number",
    "on", "one", "order", "other", "outcome", "overrides", "partner", "povertyProof", "present", "quota",
    "refusePartners", "replaces", "request", "result", "review", "role", "room", "scope", "sentenceEnds", "service",
    "session", "sex", "skills", "speaks", "stage", "submittedOn", "textLanguage", "time", "to", "user", "weekday",
    "whatIf", "wishPartner",
  ]

  /// The methods that take a key.
  private static func methods() throws -> [Method] {
    var found: [Method] = []
    for definition in BankumInterfaces.all {
      for member in try InterfaceParser.parse(definition.text).members {
        guard case .method(let fields, _) = member.declaration, fields.contains(where: { $0.name == "idempotencyKey" })
        else { continue }
        found.append(Method(name: "\(definition.name).\(member.name)", fields: fields))
      }
    }
    return found
  }

  private static func isText(_ type: VarlinkType) -> Bool {
    switch type {
    case .string: true
    case .optional(let inner), .array(let inner): isText(inner)
    case .bool, .int, .float, .object, .named, .structure, .enumeration, .dictionary: false
    }
  }

  /// A value that only has the right type; of the field that is asked about, the text.
  private static func value(_ type: VarlinkType, _ text: String) -> JSONValue {
    switch type {
    case .string, .named, .enumeration: .string(text)
    case .optional(let inner): value(inner, text)
    case .array(let inner): .array(isText(inner) ? [value(inner, text)] : [])
    case .bool: .bool(false)
    case .int: .integer(1)
    case .float, .object, .structure, .dictionary: .null
    }
  }

  private static func parameters(_ method: Method, _ name: String, _ text: String) -> JSONObject {
    var parameters: JSONObject = [:]
    for field in method.fields {
      if field.name == name {
        parameters[name] = value(field.type, text)
      } else if case .optional = field.type {
        continue
      } else {
        parameters[field.name] = value(field.type, "x")
      }
    }
    return parameters
  }

  /// The places of what was found wrong, without the numbers of elements, and what was expected there.
  private static func problems(_ reply: VarlinkReply) -> [(place: String, expected: String)] {
    guard case .failure(let error) = reply, let invalid = ServiceInterface.Invalid(error) else { return [] }
    return invalid.problems.map { (String($0.place.prefix { $0 != "[" }), $0.expected) }
  }

  @Test("every text of a method that writes is of a kind, or no words of people")
  func known() throws {
    let names = Set(try Self.methods().flatMap { $0.fields.filter { Self.isText($0.type) }.map(\.name) })
    #expect(names.subtracting(Self.others) == Set(TypedTexts.kinds.keys))
    #expect(Self.others.subtracting(names) == [])
  }

  @Test("a key is 1 to 64 visible ASCII characters, for every method")
  func keys() async throws {
    let daemon = try TestDaemon.make()
    let service = ControlService.make(daemon)
    for method in try Self.methods() {
      let role = try #require(Role.allCases.first { AccessMatrixTests.matrix[method.name]?.contains($0) == true })
      let uid = try #require(TestDaemon.users[role])
      for key in ["", "a b", "kunci-\u{E9}", "a\u{1B}b", "a\nb", String(repeating: "k", count: 65)] {
        let reply = await TestDaemon.call(
          service, method.name, uid: uid, parameters: Self.parameters(method, "idempotencyKey", key))
        #expect(reply == .failure(.invalidParameter("idempotencyKey")), "\(method.name) \(key): \(reply)")
      }
    }
    let text = try #require(BankumInterfaces.all.first { $0.name == "org.bankum.Service" }?.text)
    #expect(text.contains("A key is 1 to 64 visible ASCII characters"))
  }

  @Test("is refused by its name with a control character, a mark of direction or one byte too many; nothing changes")
  func refused() async throws {
    let daemon = try TestDaemon.make()
    let service = ControlService.make(daemon)
    let sequence = daemon.office.register.sequence
    var count = 0
    for method in try Self.methods() {
      let role = try #require(Role.allCases.first { AccessMatrixTests.matrix[method.name]?.contains($0) == true })
      let uid = try #require(TestDaemon.users[role])
      for field in method.fields where Self.isText(field.type) && field.name != "idempotencyKey" {
        let limit = TypedTexts.kinds[field.name]?.limit ?? TypedTexts.otherLimit
        // Which language is asked for is looked at before anything else.
        if ["language", "textLanguage"].contains(field.name) { continue }
        let long = String(repeating: "y", count: limit)
        for text in ["a\u{1B}[2Jb", "a\nb", "a\u{202E}b", "a\u{2066}b", "\u{200F}a", "\u{61C}", long + "y"] {
          let reply = await TestDaemon.call(
            service, method.name, uid: uid, parameters: Self.parameters(method, field.name, text))
          let found = Self.problems(reply)
          #expect(found.map(\.place) == [field.name], "\(method.name) \(field.name): \(reply)")
          count += 1
        }
        // Of the length alone nothing is said where it is allowed.
        let reply = await TestDaemon.call(
          service, method.name, uid: uid, parameters: Self.parameters(method, field.name, long))
        let isLong = Self.problems(reply).contains { $0.place == field.name && $0.expected.contains("\(limit) byte") }
        #expect(!isLong || field.name == "name", "\(method.name) \(field.name): \(reply)")
      }
    }
    #expect(count > 1_000)
    #expect(daemon.office.register.sequence == sequence)
  }
}
