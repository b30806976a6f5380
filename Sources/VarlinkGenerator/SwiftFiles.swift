import Varlink

/// The Swift files of a set of interfaces.
enum SwiftFiles {
  /// One file an interface, named for it, and one for the types. The plugin names the same files.
  static func of(_ set: InterfaceSet) -> [(name: String, text: String)] {
    set.files.map { ("\($0.interface.name).swift", interface($0)) } + [("VarlinkTypes.swift", types(set.types))]
  }

  private static func interface(_ file: InterfaceFile) -> String {
    let hasStructures = file.interface.members.contains { member in
      if case .type = member.declaration { false } else { true }
    }
    var swift = SwiftText()
    head(&swift, imports: (hasStructures ? ["JSON"] : []) + ["Varlink"])
    swift.interface(file)
    return swift.text
  }

  private static func types(_ types: [VarlinkInterface.Member]) -> String {
    // An import that no declaration needs is a warning, and warnings are errors.
    var imports = types.isEmpty ? [] : ["Varlink"]
    var swift = SwiftText()
    for case .type(.structure) in types.map(\.declaration) { imports = ["JSON", "Varlink"] }
    head(&swift, imports: imports)
    for member in types {
      guard case .type(let type) = member.declaration else { continue }
      swift.line()
      swift.documentation(member.documentation)
      swift.type(type, named: member.name)
    }
    return swift.text
  }

  private static func head(_ swift: inout SwiftText, imports: [String]) {
    swift.line("// Made by VarlinkGenerator: change the interface definition, not this.")
    if !imports.isEmpty { swift.line() }
    for module in imports { swift.line("package import \(module)") }
  }
}
