import BankumClient
import BankumWords
import JSON
import Varlink

/// One column of a list: in the table for people, or in the CSV file alone.
struct ListColumn<Element> {
  /// Its heading in a CSV file: the name of the field on the wire.
  let key: String
  /// Its title in a table; nil: it stands in the file only, because a table has 80 columns.
  let title: Message?
  /// The width to which its cells may be cut.
  let shortenedTo: Int?
  let style: (Element) -> TextTable.Style
  let value: (Element) -> String

  init(
    _ key: String, _ title: Message? = nil, shortenedTo: Int? = nil,
    style: @escaping (Element) -> TextTable.Style = { _ in .plain }, _ value: @escaping (Element) -> String
  ) {
    self.key = key
    self.title = title
    self.shortenedTo = shortenedTo
    self.style = style
    self.value = value
  }
}

/// The forms of a list.
enum ListFormat {
  /// `--format`, which every list takes.
  static let option = VerbDescription.Option("--format", value: .choice(["table", "json", "csv"]))
}

extension Invocation {
  /// Shows a list: as a table, as it came over the wire, or as CSV with every field.
  func list<Element>(_ elements: [Element], _ json: JSONObject, _ columns: [ListColumn<Element>]) {
    switch options["--format"] ?? (output.isJSON ? "json" : "table") {
    case "json": output.json(json)
    case "csv":
      output.text(CommaSeparated.line(columns.map(\.key)))
      for element in elements { output.text(CommaSeparated.line(columns.map { $0.value(element) })) }
    default:
      let shown = columns.filter { $0.title != nil }
      var table = TextTable(
        columns: shown.map { column in
          TextTable.Column(column.title?.text(in: language) ?? "", shortenedTo: column.shortenedTo)
        })
      for element in elements {
        table.append(shown.map { TextTable.Cell($0.value(element), style: $0.style(element)) })
      }
      output.table(table)
      if !output.hidesLegend { say(.listCount(count: elements.count)) }
    }
  }

  /// The whole of a list that comes in parts, with one reply made of all of them.
  func pages<Method: VarlinkMethod, Element>(
    _ method: Method.Type, _ key: String, _ input: (Int) -> Method.Input, total: (Method.Output) -> Int,
    _ part: (Method.Output) -> [Element]
  ) throws(Complaint) -> (elements: [Element], json: JSONObject) {
    var reply = try call(method, input(0))
    var json = reply.json
    var elements = part(reply.value)
    var all: [JSONValue] = if case .array(let values)? = json[key] { values } else { [] }
    while elements.count < total(reply.value) {
      reply = try call(method, input(elements.count))
      let more = part(reply.value)
      // Somebody left while the list was read.
      guard !more.isEmpty else { break }
      elements += more
      if case .array(let values)? = reply.json[key] { all += values }
    }
    json[key] = .array(all)
    return (elements, json)
  }
}
