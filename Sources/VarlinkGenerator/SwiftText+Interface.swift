import Varlink

extension SwiftText {
  /// An interface: its definition with methods and errors, and the table that a service fills.
  mutating func interface(_ file: InterfaceFile) {
    let interface = file.interface
    let name = SwiftInterfaceName(interface)
    line()
    documentation(interface.documentation.isEmpty ? ["The interface `\(interface.name)`."] : interface.documentation)
    block("package enum \(name.definition): VarlinkInterfaceDefinition") { swift in
      swift.line("package static var name: String { \"\(interface.name)\" }")
      swift.line()
      swift.block("package static var methodNames: [String]") { swift in
        swift.line("[\(interface.methodNames.map { "\"\(interface.name).\($0)\"" }.joined(separator: ", "))]")
      }
      swift.line()
      swift.block("package static var text: String") { $0.literal(file.text) }
      for member in interface.members { swift.member(member, of: interface) }
    }
    if !interface.methodNames.isEmpty { table(interface, name) }
  }

  private mutating func member(_ member: VarlinkInterface.Member, of interface: VarlinkInterface) {
    let fullName = "\(interface.name).\(member.name)"
    switch member.declaration {
    case .type: return
    case .method(let input, let output):
      line()
      documentation(member.documentation)
      let kind = Self.isKeyed(input) ? "KeyedMethod" : "VarlinkMethod"
      block("package enum \(SwiftNames.escaped(member.name)): \(kind)") { swift in
        swift.line("package static var name: String { \"\(fullName)\" }")
        swift.line()
        swift.documentation(["The parameters of a call of `\(member.name)`."])
        swift.type(.structure(input), named: "Input", role: .input)
        swift.line()
        swift.documentation(["The parameters of a reply of `\(member.name)`."])
        swift.type(.structure(output), named: "Output")
      }
    case .error(let fields):
      line()
      documentation(member.documentation)
      type(.structure(fields), named: member.name, role: .error(fullName))
    }
  }

  /// Whether an input carries the key of a call that may be repeated.
  private static func isKeyed(_ input: [VarlinkField]) -> Bool {
    input.contains { $0.name == "idempotencyKey" && $0.type == .optional(.string) }
  }

  private static func keyedMethods(_ interface: VarlinkInterface) -> Set<String> {
    Set(
      interface.members.compactMap { member in
        if case .method(let input, _) = member.declaration, isKeyed(input) { member.name } else { nil }
      })
  }

  /// A property a method and no default: a method that nobody serves does not compile.
  private mutating func table(_ interface: VarlinkInterface, _ name: SwiftInterfaceName) {
    let keyed = Self.keyedMethods(interface)
    let rows = interface.methodNames.map { method in
      let property = SwiftNames.escaped(SwiftNames.property(method))
      let row = keyed.contains(method) ? "KeyedMethodRow" : "MethodRow"
      let type = "\(row)<\(name.definition).\(SwiftNames.escaped(method)), Access, Caller>"
      return (property: property, parameter: "\(property): \(type)")
    }
    line()
    documentation(["Who may call the methods of `\(interface.name)`, and how each is answered."])
    block("package struct \(name.table)<Access: Sendable, Caller: Sendable>: Sendable") { swift in
      for row in rows { swift.line("package var \(row.parameter)") }
      swift.line()
      swift.block("package init(\(rows.map(\.parameter).joined(separator: ", ")))") { swift in
        for row in rows { swift.line("self.\(row.property) = \(row.property)") }
      }
      swift.line()
      swift.documentation(["The rows in the order of the definition."])
      swift.block("package var rows: [AnyMethodRow<Access, Caller>]") { swift in
        swift.line("[\(rows.map { "self.\($0.property).erased" }.joined(separator: ", "))]")
      }
    }
  }
}
