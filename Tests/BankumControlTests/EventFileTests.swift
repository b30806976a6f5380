import BankumModel
import Foundation
import JSON
import Testing

@testable import BankumControl

@Suite("The file of events")
struct EventFileTests {
  private static func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "events-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  private static func line(_ number: Int64) -> JSONObject { ["sequence": .integer(number), "name": .string("run")] }

  @Test("has one object a line, goes on behind its last whole line, and ends one that a kill has cut")
  func lines() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = EventFile(folder: folder.path)
    #expect(file.lastSequence() == nil)
    try file.append([Self.line(1), Self.line(2)])
    #expect(file.lastSequence() == EventNumber(2))
    let path = folder.appending(path: EventFile.name)
    let handle = try FileHandle(forWritingTo: path)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(#"{"sequence":3,"na"#.utf8))
    try handle.close()
    #expect(file.lastSequence() == EventNumber(2))
    try file.append([Self.line(3)])
    #expect(file.lastSequence() == EventNumber(3))
    let text = try String(contentsOf: path, encoding: .utf8)
    #expect(text.split(separator: "\n").count == 4)
    let mode = try FileManager.default.attributesOfItem(atPath: path.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("is bounded: what is full takes the place of the one before")
  func bounded() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = EventFile(folder: folder.path, limit: 1_000)
    for number in 1...500 { try file.append([Self.line(Int64(number))]) }
    #expect(file.lastSequence() == EventNumber(500))
    var size = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
      size += attributes[.size] as? Int ?? 0
    }
    #expect(size < 2_200)
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)).isSubset(of: [
        EventFile.name, EventFile.formerName,
      ]))
  }

  @Test("that cannot be written says why, and never follows a link")
  func failure() throws {
    #expect(throws: EventFile.Failure.self) { try EventFile(folder: "/nowhere").append([Self.line(1)]) }
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = folder.appending(path: "other")
    try Data().write(to: other)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: EventFile.name), withDestinationURL: other)
    #expect(throws: EventFile.Failure.self) { try EventFile(folder: folder.path).append([Self.line(1)]) }
  }

  @Test("a message that repeats is said once a day and kind")
  func daily() {
    var messages = DailyMessages()
    let day = CivilDate(year: 2026, month: 11, day: 23) ?? .earliest
    let first = ["a", "a", "b", "b"].map { messages.isNew($0, on: day) }
    #expect(first == [true, false, true, false])
    let next = ["a", "a"].map { messages.isNew($0, on: day.adding(days: 1)) }
    #expect(next == [true, false])
  }
}
