/// The options that every verb takes; they may stand before the verb or behind it.
enum GlobalOptions {
  typealias Option = VerbDescription.Option

  static let socket = Option("--socket", value: .path)
  static let host = Option("-H", "--host", value: .text)
  static let json = Option("-j", "--json", value: .choice(["short", "pretty", "off"], bare: "short"))
  static let language = Option("--lang", value: .choice(["id", "en"]))
  static let timeout = Option("--timeout", value: .number)
  static let key = Option("--key", value: .text)
  static let excel = Option("--excel")
  static let noPager = Option("--no-pager")
  static let noLegend = Option("--no-legend")
  static let help = Option("-h", "--help")
  static let version = Option("--version")

  static let all = [socket, host, json, language, timeout, key, excel, noPager, noLegend, help, version]
}
