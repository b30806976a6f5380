import BankumExchange
import JSON

/// What an entry of the review keeps, sealed, for deciding it.
struct ReviewDetails: Equatable {
  /// The name in the line.
  var name: String?
  /// The register number in the line.
  var number: String?
  /// The line of the file.
  var line: Int?
  /// What tells this doubt from others.
  var key: String?
  /// The line itself.
  var row: RowText?

  init(name: String? = nil, number: String? = nil, line: Int? = nil, key: String? = nil, row: RowText? = nil) {
    self.name = name
    self.number = number
    self.line = line
    self.key = key
    self.row = row
  }

  init(_ json: JSONValue) {
    guard case .object(let object) = json else { return }
    func text(_ name: String) -> String? {
      if case .string(let text)? = object[name] { text } else { nil }
    }
    func texts(_ name: String) -> [String]? {
      guard case .array(let values)? = object[name] else { return nil }
      return values.map { if case .string(let text) = $0 { text } else { "" } }
    }
    (name, number, key) = (text("name"), text("number"), text("key"))
    if case .integer(let line)? = object["line"] { self.line = Int(line) }
    if let headers = texts("headers"), let fields = texts("fields") {
      row = RowText(headers: headers, fields: fields)
    }
  }

  var json: JSONValue {
    var object: JSONObject = [:]
    if let name { object["name"] = .string(name) }
    if let number { object["number"] = .string(number) }
    if let line { object["line"] = .integer(Int64(line)) }
    if let key { object["key"] = .string(key) }
    if let row {
      object["headers"] = .array(row.headers.map { .string($0) })
      object["fields"] = .array(row.fields.map { .string($0) })
    }
    return .object(object)
  }
}
