import BankumAPI
import BankumControl
import Foundation
import Testing
import Varlink

@Suite("The house")
struct HouseTests {
  @Test("every room stands on the map, with the arrows that the package has")
  func map() throws {
    let targets = try PackageDescription.targets().filter { _, target in
      target.type != "test" && target.type != "plugin" && target.path?.hasPrefix("Tests/") != true
    }
    let rows = try MapRow.all()
    #expect(Set(rows.map(\.name)) == Set(targets.keys))
    for row in rows {
      let target = try #require(targets[row.name], "\(row.name) is on the map only")
      #expect(target.ours == row.ours, "\(row.name)")
      #expect(target.others == row.others, "\(row.name)")
    }
  }

  @Test("every arrow points down")
  func arrows() throws {
    let rows = try MapRow.all()
    let floors = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.floor) })
    // What is made from Varlink stands beside it; the module map belongs to the room in whose folder it lies.
    let allowed: Set<[String]> = [["BankumAPI", "Varlink"]]
    for row in rows {
      for target in row.ours {
        // Beside the house no room is above another; the package itself refuses a circle.
        guard let below = try #require(floors[target], "\(target)") else {
          #expect(row.floor == nil, "\(row.name) -> \(target)")
          continue
        }
        let own = row.floor ?? 5
        #expect(below < own || allowed.contains([row.name, target]), "\(row.name) -> \(target)")
      }
    }
  }

  @Test("every import is a declared arrow")
  func imports() throws {
    let rows = try MapRow.all()
    let system: Set<String> = [
      "Dispatch", "Glibc", "Synchronization", "PackagePlugin", "Foundation", "FoundationEssentials",
    ]
    let modules = Set(rows.map(\.name))
    for row in rows {
      for file in PackageDescription.files("Sources/\(row.name)", endingWith: ".swift") {
        for line in try PackageDescription.text(file).split(separator: "\n") where line.contains("import ") {
          let words = line.split(separator: " ")
          guard let place = words.firstIndex(of: "import"), place <= 1, words.count == place + 2 else { continue }
          let module = String(words[place + 1])
          if system.contains(module) { continue }
          #expect(row.ours.contains(module) || row.others.contains(module), "\(file): import \(module)")
          if modules.contains(module) { #expect(row.ours.contains(module), "\(file): import \(module)") }
        }
      }
    }
  }

  @Test("the client links only rooms for clients, and decides nothing")
  func client() throws {
    let rows = Dictionary(uniqueKeysWithValues: try MapRow.all().map { ($0.name, $0) })
    var reached: Set<String> = []
    var waiting = ["bankumctl"]
    while let name = waiting.popLast() {
      guard reached.insert(name).inserted else { continue }
      waiting += rows[name]?.ours ?? []
    }
    #expect(reached == ["bankumctl", "BankumClient", "BankumAPI", "BankumWords", "Varlink", "JSON"])
  }

  @Test("every method has a verb, or a reason why it has none")
  func verbs() throws {
    // Methods that no verb calls by its generated name, and why.
    let without: [String: String] = [:]
    let client = try PackageDescription.files("Sources/bankumctl", endingWith: ".swift")
      .map { try PackageDescription.text($0) }.joined()
    for interface in BankumInterfaces.all {
      let space = "\(interface)"
      for method in interface.methodNames {
        let name = String(method.split(separator: ".").last ?? "")
        let isCalled = client.contains("\(space).\(name).")
        #expect(isCalled || without[method] != nil, "\(method) has no verb")
      }
    }
  }

  @Test("every room and every program explains itself")
  func readmes() throws {
    for row in try MapRow.all() where !["CSystemd", "CSQLite", "VersionGenerator"].contains(row.name) {
      let text = try PackageDescription.text("Sources/\(row.name)/README.md")
      #expect(text.count > 300, "Sources/\(row.name)/README.md")
    }
  }

  @Test("no source file is longer than 300 lines")
  func length() throws {
    for file in PackageDescription.files("Sources", endingWith: ".swift") {
      let lines = try PackageDescription.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 301, "\(file)")
    }
  }

  @Test("a list that is closed is gone through case by case: nothing falls under 'default:'")
  func defaults() throws {
    for file in PackageDescription.files("Sources", endingWith: ".swift") {
      let found = ClosedLists.fallbacks(in: try PackageDescription.text(file))
      let open = ClosedLists.open.filter { file.hasSuffix($0.key) }.flatMap(\.value)
      #expect(found.filter { subject in !open.contains(subject) } == [], "\(file)")
    }
  }

  @Test("what the look for 'default:' finds, and what not")
  func fallbacks() {
    let text = """
        switch state {
        case .open: true
        default: false
        }
        switch text {
        case "open": .open
        default: nil
        }
        let next =
          switch (state, event) {
          case (_, .close): 1
          default: 2
          }
      """
    #expect(ClosedLists.fallbacks(in: text) == ["state", "(state, event)"])
  }
}
