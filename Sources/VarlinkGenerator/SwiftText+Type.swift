import Varlink

extension SwiftText {
  /// What kind of structure is written.
  enum Role: Equatable {
    /// A type, an output or a part of one.
    case value
    /// The input of a method or an unnamed part of it: what is null is left out.
    case input
    /// The parameters of an error of this full name.
    case error(String)
  }

  /// A structure or enumeration; a declared type is one of them.
  mutating func type(_ type: VarlinkType, named name: String, role: Role = .value) {
    switch type {
    case .structure(let fields): structure(fields, named: name, role: role)
    case .enumeration(let values): enumeration(values, named: name)
    case .bool, .int, .float, .string, .object, .named, .array, .dictionary, .optional: break
    }
  }

  private mutating func enumeration(_ values: [String], named name: String) {
    block("package enum \(SwiftNames.escaped(name)): String, VarlinkValue, CaseIterable") { swift in
      for value in values {
        let name = SwiftNames.property(value)
        swift.line("case \(SwiftNames.escaped(name))" + (name == value ? "" : " = \"\(value)\""))
      }
    }
  }

  private mutating func structure(_ fields: [VarlinkField], named name: String, role: Role) {
    let properties = fields.map(SwiftProperty.init)
    var conformance = "VarlinkStructure"
    if case .error = role { conformance = "VarlinkErrorParameters" }
    block("package struct \(SwiftNames.escaped(name)): \(conformance), Equatable") { swift in
      if case .error(let fullName) = role {
        swift.line("package static var errorName: String { \"\(fullName)\" }")
      }
      for property in properties {
        swift.documentation(property.field.documentation)
        swift.line("package var \(property.name): \(property.type)")
      }
      for property in properties {
        guard let anonymous = property.field.type.anonymous else { continue }
        swift.line()
        swift.documentation(["What `\(property.field.name)` holds."])
        swift.type(anonymous, named: property.anonymousName, role: role == .input ? .input : .value)
      }
      if !properties.isEmpty || conformance != "VarlinkStructure" { swift.line() }
      swift.initializers(properties)
      swift.line()
      swift.block("package func writeFields(to writer: inout JSONWriter)") { swift in
        for property in properties {
          let leavesOut = role == .input && property.isOptional
          swift.line("writer.\(leavesOut ? "fieldIfSet" : "field")(\"\(property.field.name)\", self.\(property.name))")
        }
      }
    }
  }

  private mutating func initializers(_ properties: [SwiftProperty]) {
    let parameters = properties.map { "\($0.name): \($0.type)\($0.isOptional ? " = nil" : "")" }
    block("package init(\(parameters.joined(separator: ", ")))") { swift in
      for property in properties { swift.line("self.\(property.name) = \(property.name)") }
    }
    line()
    block("package init(fields: inout VarlinkFields) throws(VarlinkReadFault)") { swift in
      for property in properties {
        swift.line("self.\(property.name) = try fields.read(\"\(property.field.name)\")")
      }
    }
  }
}

/// A field as Swift has it.
private struct SwiftProperty {
  let field: VarlinkField
  let name: String
  let type: String
  let anonymousName: String

  init(_ field: VarlinkField) {
    self.field = field
    name = SwiftNames.escaped(SwiftNames.property(field.name))
    anonymousName = SwiftNames.type(field.name)
    type = field.type.swift(anonymous: anonymousName)
  }

  var isOptional: Bool {
    if case .optional = field.type { true } else { false }
  }
}

extension VarlinkType {
  /// The type in Swift.
  /// - Parameter anonymous: what a structure or enumeration without a name is called where this type stands.
  fileprivate func swift(anonymous: String) -> String {
    switch self {
    case .bool: "Bool"
    case .int: "Int"
    case .float: "Double"
    case .string: "String"
    case .object: "JSONObject"
    case .named(let name): SwiftNames.escaped(name)
    case .structure(let fields): fields.isEmpty ? "VarlinkUnit" : SwiftNames.escaped(anonymous)
    case .enumeration: SwiftNames.escaped(anonymous)
    case .array(let element): "[\(element.swift(anonymous: anonymous))]"
    case .dictionary(let element): "[String: \(element.swift(anonymous: anonymous))]"
    case .optional(let wrapped): "\(wrapped.swift(anonymous: anonymous))?"
    }
  }
}
