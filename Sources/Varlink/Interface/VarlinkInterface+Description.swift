extension VarlinkInterface: CustomStringConvertible {
  /// The interface as text that reads back as the same interface: a declaration that fits 100 columns and has
  /// no comment inside is one line, others have a field a line.
  public var description: String {
    var lines = documentation.map(Self.comment)
    lines.append("interface \(name)")
    for member in members {
      lines.append("")
      lines += member.documentation.map(Self.comment)
      switch member.declaration {
      case .type(let type):
        lines.append("type \(member.name) \(type.text(column: member.name.count + 6))")
      case .method(let input, let output):
        let head = "method \(member.name)"
        let inputText = VarlinkType.structure(input).text(column: head.count)
        let lastLine = inputText.split(separator: "\n").last.map(String.init) ?? ""
        lines.append("\(head)\(inputText) -> \(VarlinkType.structure(output).text(column: lastLine.count + 4))")
      case .error(let fields):
        lines.append("error \(member.name)\(VarlinkType.structure(fields).text(column: member.name.count + 6))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  fileprivate static func comment(_ line: String) -> String {
    line.isEmpty ? "#" : "# \(line)"
  }
}

extension VarlinkType: CustomStringConvertible {
  /// The type on one line, as the language writes it (comments inside are left out).
  public var description: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .string: "string"
    case .object: "object"
    case .named(let name): name
    case .structure(let fields): "(\(fields.map { "\($0.name): \($0.type)" }.joined(separator: ", ")))"
    case .enumeration(let values): "(\(values.joined(separator: ", ")))"
    case .array(let element): "[]\(element)"
    case .dictionary(let element): "[string]\(element)"
    case .optional(let wrapped): "?\(wrapped)"
    }
  }

  /// The type, broken into lines where it is wider than 100 columns or holds comments; `column` is where it starts.
  fileprivate func text(column: Int, indentation: Int = 0) -> String {
    let line = description
    if column + line.count <= 100, !hasComments { return line }
    let inner = indentation + 2
    let blanks = String(repeating: " ", count: inner)
    let end = "\n" + String(repeating: " ", count: indentation) + ")"
    switch self {
    case .structure(let fields):
      let rows = fields.map { field in
        field.documentation.map { blanks + VarlinkInterface.comment($0) + "\n" }.joined()
          + "\(blanks)\(field.name): "
          + field.type.text(column: inner + field.name.count + 3, indentation: inner)
      }
      return "(\n" + rows.joined(separator: ",\n") + end
    case .enumeration(let values):
      return "(\n" + values.map { blanks + $0 }.joined(separator: ",\n") + end
    case .array(let element): return "[]" + element.text(column: column + 2, indentation: indentation)
    case .dictionary(let element): return "[string]" + element.text(column: column + 8, indentation: indentation)
    case .optional(let wrapped): return "?" + wrapped.text(column: column + 1, indentation: indentation)
    case .bool, .int, .float, .string, .object, .named: return line
    }
  }

  private var hasComments: Bool {
    switch self {
    case .structure(let fields): fields.contains { !$0.documentation.isEmpty || $0.type.hasComments }
    case .array(let element), .dictionary(let element), .optional(let element): element.hasComments
    case .bool, .int, .float, .string, .object, .named, .enumeration: false
    }
  }
}
