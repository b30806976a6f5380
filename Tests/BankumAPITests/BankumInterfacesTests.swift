import BankumAPI
import Foundation
import JSON
import Testing
import Varlink

@Suite("The contract")
struct BankumInterfacesTests {
  private var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/BankumAPI/Interfaces")
  }

  @Test("all interfaces are in the list, with the text of their files")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    #expect(Set(texts) == Set(BankumInterfaces.all.map { $0.text }))
    #expect(
      Set(files.map { $0.deletingPathExtension().lastPathComponent }) == Set(BankumInterfaces.all.map { $0.name }))
  }

  @Test("every client can read them, and everything in them is explained")
  func readable() throws {
    for definition in BankumInterfaces.all {
      let interface = try InterfaceParser.parse(definition.text)
      #expect(interface.portabilityProblems.isEmpty)
      #expect(!interface.documentation.isEmpty)
      for member in interface.members { #expect(!member.documentation.isEmpty, "\(member.name)") }
      for line in definition.text.split(separator: "\n") { #expect(line.count <= 120) }
    }
  }

  @Test("an idempotency key is always optional and a string")
  func idempotencyKeys() throws {
    for definition in BankumInterfaces.all {
      for member in try InterfaceParser.parse(definition.text).members {
        guard case .method(let input, _) = member.declaration else { continue }
        for field in input where field.name == "idempotencyKey" { #expect(field.type == .optional(.string)) }
      }
    }
  }

  @Test("the first names that others rely on")
  func names() {
    #expect(
      ServiceInterface.methodNames
        == ["GetStatus", "WhoAmI", "Reload", "Check", "Monitor", "ListIdentifiers"].map { "org.bankum.Service.\($0)" })
    #expect(
      [
        ServiceInterface.NotPermitted.errorName, ServiceInterface.NotFound.errorName,
        ServiceInterface.Invalid.errorName,
        ServiceInterface.Refused.errorName, ServiceInterface.Busy.errorName, ServiceInterface.StorageFull.errorName,
        ServiceInterface.OutcomeUnknown.errorName, ServiceInterface.NotReady.errorName,
      ]
        == [
          "NotPermitted", "NotFound", "Invalid", "Refused", "Busy", "StorageFull", "OutcomeUnknown", "NotReady",
        ].map { "org.bankum.Service.\($0)" })
  }

  @Test("what the caller may not see stands in a reply as null, and is left out of a call")
  func nulls() throws {
    let caller = ServiceInterface.WhoAmI.Output(uid: 7, roles: ["guard"], language: "id")
    let text = #"{"uid":7,"roles":["guard"],"partner":null,"advocate":null,"language":"id"}"#
    #expect(JSONValue.object(caller.jsonObject).text() == text)
    #expect(try ServiceInterface.WhoAmI.Output(object: caller.jsonObject, mode: .strict) == caller)
    #expect(ServiceInterface.Reload.Input().jsonObject.isEmpty)
  }
}
