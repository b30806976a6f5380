import BankumClient
import BankumWords
import JSON
import Varlink

/// One column of a list: in the table for people, or in the CSV file alone.
struct ListColumn<Element> {
  /// Its heading in a CSV file: what the import of such records calls the field, otherwise its name on the wire.
  let key: String
  /// Its title in a table; nil: it stands in the file only, because a table has 80 columns.
  let title: Message?
  /// The width to which its cells may be cut.
  let shortenedTo: Int?
  /// The family of codes to which its value belongs: the table has the word for it, the file the code.
  let words: String?
  let alignment: TextTable.Alignment
  let style: (Element) -> TextTable.Style
  /// What the table shows where the file has something else; nil: the same.
  let shown: ((Element) -> String)?
  let value: (Element) -> String

  init(
    _ key: String, _ title: Message? = nil, shortenedTo: Int? = nil, words: String? = nil,
    alignment: TextTable.Alignment = .leading, style: @escaping (Element) -> TextTable.Style = { _ in .plain },
    shown: ((Element) -> String)? = nil, _ value: @escaping (Element) -> String
  ) {
    self.key = key
    self.title = title
    self.shortenedTo = shortenedTo
    self.words = words
    self.alignment = alignment
    self.style = style
    self.shown = shown
    self.value = value
  }

  /// The cell of a table for people.
  func cell(_ element: Element, _ language: Language) -> TextTable.Cell {
    var text = shown?(element) ?? value(element)
    if let words { text = language.words(words, text.split(separator: ";").map(String.init)) }
    return TextTable.Cell(text, style: style(element))
  }
}

/// The forms of a list.
enum ListFormat {
  /// `--format`, which every list takes.
  static let option = VerbDescription.Option("--format", value: .choice(["table", "json", "csv"]))
}

extension Invocation {
  /// Shows a list: as a table, as it came over the wire, or as CSV with every field. `summary` stands below the table.
  func list<Element>(
    _ elements: [Element], _ json: JSONObject, _ columns: [ListColumn<Element>], summary: Message? = nil
  ) {
    list(elements, json, keys: columns.map(\.key), row: { element in columns.map { $0.value(element) } }) {
      let shown = columns.filter { $0.title != nil }
      var table = TextTable(
        columns: shown.map { column in
          TextTable.Column(
            column.title?.text(in: language) ?? "", alignment: column.alignment, shortenedTo: column.shortenedTo)
        })
      for element in elements {
        table.append(shown.map { $0.cell(element, language) })
      }
      output.table(table)
      if !output.hidesLegend { say(summary ?? .listCount(count: elements.count)) }
    }
  }

  /// Shows a list whose table is more than columns: `table` prints it; `fields` are those of its CSV file, by their
  /// names on the wire.
  func list<Element>(
    _ elements: [Element], _ json: JSONObject, fields: KeyValuePairs<String, (Element) -> String?>, table: () -> Void
  ) {
    list(
      elements, json, keys: fields.map(\.key), row: { element in fields.map { $0.value(element) ?? "" } }, table: table)
  }

  private func list<Element>(
    _ elements: [Element], _ json: JSONObject, keys: [String], row: (Element) -> [String], table: () -> Void
  ) {
    switch listForm {
    case "json": output.json(json)
    case "csv": file(elements, keys, row)
    default: table()
    }
  }

  private var listForm: String {
    options["--format"] ?? (wantsExcel ? "csv" : output.isJSON ? "json" : "table")
  }

  /// Whether a list is wanted as a CSV file.
  var wantsFile: Bool { listForm == "csv" }

  /// A CSV file of things that are not the lines of the table.
  func file<Element>(_ elements: [Element], _ fields: KeyValuePairs<String, (Element) -> String?>) {
    file(elements, fields.map(\.key)) { element in fields.map { $0.value(element) ?? "" } }
  }

  private func file<Element>(_ elements: [Element], _ keys: [String], _ row: (Element) -> [String]) {
    let file = CommaSeparated(wantsExcel ? .excel : .plain)
    output.file(file.beginning)
    output.file(file.line(keys))
    for element in elements { output.file(file.line(row(element))) }
  }

  /// Whether CSV files are to open in Excel.
  var wantsExcel: Bool { options[GlobalOptions.excel.key] != nil }

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
