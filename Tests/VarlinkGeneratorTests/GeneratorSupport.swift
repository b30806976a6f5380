import Testing
import Varlink

@testable import VarlinkGenerator

/// Files of a target: the interface's name, and what stands behind `interface NAME`.
func gather(_ files: [(name: String, body: String)]) -> Result<InterfaceSet, GeneratorProblems> {
  InterfaceSet.gather(
    files.map { file in (path: "\(file.name).varlink", bytes: Array("interface \(file.name)\n\(file.body)".utf8)) })
}

/// The problems of one file `a.b.varlink` whose first line is `interface a.b`.
func problems(_ body: String) -> [String] {
  problems([("a.b", body)])
}

func problems(_ files: [(name: String, body: String)]) -> [String] {
  switch gather(files) {
  case .success: []
  case .failure(let problems): problems.list.map(\.description)
  }
}

/// What is made of one interface `a.b`, and of its types.
func generated(_ body: String) throws -> (interface: String, types: String) {
  let files = SwiftFiles.of(try gather([("a.b", body)]).get())
  #expect(files.map(\.name) == ["a.b.swift", "VarlinkTypes.swift"])
  return (try #require(files.first?.text), try #require(files.last?.text))
}
