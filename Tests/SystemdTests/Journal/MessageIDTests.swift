import Glibc
import Testing

@testable import Systemd

@Suite("MessageID")
struct MessageIDTests {
  @Test(
    "takes 32 lower-case hexadecimal digits and nothing else",
    arguments: [
      ("b2958bc58a5f464e850afcedc1f1ab23", true), ("B2958BC58A5F464E850AFCEDC1F1AB23", false), ("", false),
      ("b2958bc58a5f464e850afcedc1f1ab2", false), ("b2958bc58a5f464e850afcedc1f1ab234", false),
      ("b2958bc5-8a5f-464e-850a-fcedc1f1ab23", false), ("g2958bc58a5f464e850afcedc1f1ab23", false),
    ])
  func form(text: String, isTaken: Bool) {
    #expect((MessageID(text) != nil) == isTaken)
  }

  @Test("is well formed and unique for every event")
  func constants() {
    for (name, id) in MessageID.all { #expect(MessageID(id.text) == id, "\(name)") }
    #expect(Set(MessageID.all.map(\.id)).count == MessageID.all.count)
    #expect(Set(MessageID.all.map(\.name)).count == MessageID.all.count)
  }

  @Test("has one entry in each language's catalogue, and the catalogues hold no other", arguments: ["", ".id"])
  func catalogue(language: String) throws {
    let path = try Self.repository() + "/deploy/systemd/bankum\(language).catalog"
    let lines = try Self.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
    let entries = lines.indices.filter { lines[$0].hasPrefix("-- ") }
    #expect(Set(entries.map { lines[$0].dropFirst(3) }) == Set(MessageID.all.map { $0.id.text[...] }))
    #expect(entries.count == MessageID.all.count)
    for entry in entries {
      #expect(lines[entry + 1].hasPrefix("Subject: "))
      #expect(lines[entry + 2] == "Defined-By: bankumd")
      #expect(lines[entry + 3].isEmpty && !lines[entry + 4].isEmpty, "the explanation after \(lines[entry])")
    }
  }

  private static func repository() throws -> String {
    // This file is Tests/SystemdTests/Journal/MessageIDTests.swift: four levels below the repository.
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/")
  }

  private static func text(of path: String) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    try #require(descriptor >= 0, "\(path)")
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes[..<max(count, 0)], as: UTF8.self)
  }
}
