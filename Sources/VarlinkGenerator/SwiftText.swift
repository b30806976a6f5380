/// Swift source in the making: lines with their indentation.
struct SwiftText {
  private var lines: [String] = []
  private var level = 0

  /// The source; it ends with a newline.
  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func line(_ text: String = "") {
    lines.append(text.isEmpty ? "" : String(repeating: "  ", count: level) + text)
  }

  /// Documentation comments, for those who read generated code in an editor.
  mutating func documentation(_ comments: [String]) {
    for comment in comments where comment != InterfaceFile.unportableMark {
      // A carriage return would end the comment, and the rest of it would be code.
      let clean = comment.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }.joined()
      line(clean.isEmpty ? "///" : "/// \(clean)")
    }
  }

  /// `HEAD {`, what the body writes, `}`; `HEAD {}` when it writes nothing.
  mutating func block(_ head: String, _ body: (inout SwiftText) -> Void) {
    line("\(head) {")
    let opened = lines.count
    level += 1
    body(&self)
    level -= 1
    if lines.count == opened { lines[opened - 1] += "}" } else { line("}") }
  }

  /// A text of many lines as a literal that stands for exactly its bytes.
  mutating func literal(_ text: String) {
    let pounds = Self.pounds(for: text)
    line(pounds + "\"\"\"")
    // A multi-line literal leaves out its last newline, so text that ends with one has an empty line there.
    for part in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      line(part.map { Self.escaped($0, pounds) }.joined())
    }
    line("\"\"\"" + pounds)
  }

  /// As many `#` that no quotation mark or backslash in the text means anything.
  private static func pounds(for text: String) -> String {
    var longest = 0
    var run: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": run = 0
      case "#": run = run.map { $0 + 1 }
      default: run = nil
      }
      longest = max(longest, run ?? 0)
    }
    return String(repeating: "#", count: longest + 1)
  }

  /// A carriage return in a literal would be read as part of a line's end; control characters are refused there.
  private static func escaped(_ scalar: Unicode.Scalar, _ pounds: String) -> String {
    let isControl = scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7F
    return isControl ? "\\\(pounds)u{\(String(scalar.value, radix: 16))}" : String(Character(scalar))
  }
}
