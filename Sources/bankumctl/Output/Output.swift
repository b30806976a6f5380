import BankumClient
import BankumWords
import Glibc
import JSON

/// Where the program writes: a terminal or a pipe, in one of the three forms of `--json`.
final class Output {
  /// The forms of `--json`.
  enum Form: String, Sendable {
    /// Text for people.
    case off
    /// One object a line.
    case short
    /// Objects laid out in lines.
    case pretty
  }

  let form: Form
  /// Whether tables go without header and summary.
  let hidesLegend: Bool
  private let usesPager: Bool
  private let environment: [String: String]
  private let language: Language
  private var pending = ""

  init(options: [String: String], environment: [String: String]) {
    form = options["--json"].flatMap(Form.init(rawValue:)) ?? .off
    hidesLegend = options["--no-legend"] != nil
    usesPager = options["--no-pager"] == nil
    self.environment = environment
    language = Invocation.chosenLanguage(options, environment) ?? .indonesian
  }

  /// Whether output is for programs.
  var isJSON: Bool { form != .off }

  /// Whether a person looks at it on a terminal.
  var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether colours may be used: only on a terminal that has them, and unless the user does not want any
  /// (no-color.org).
  var usesColour: Bool {
    isTerminal && environment["TERM"] != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// The columns of the terminal; nil for a pipe, which takes lines of any length.
  var width: Int? {
    isTerminal ? TerminalSize.current(environment).columns : nil
  }

  // MARK: Standard output

  /// A line of text.
  func line(_ text: String) {
    pending += text + "\n"
    if pending.utf8.count > 1 << 16 { flush() }
  }

  /// Text of several lines, as it is.
  func text(_ text: String) {
    pending += text
    if pending.utf8.count > 1 << 16 { flush() }
  }

  /// A part of a file as it is; for a person on a terminal, with everything that would act there made visible.
  func file(_ part: String) {
    guard isTerminal else { return text(part) }
    // The line ends of a file are no dirt.
    let lines = part.unicodeScalars.filter { $0 != "\u{FEFF}" }.split(separator: "\n", omittingEmptySubsequences: false)
    text(
      lines.map { line in
        TerminalText.visible(String(String.UnicodeScalarView(line.last == "\r" ? line.dropLast() : line)))
      }.joined(separator: "\n"))
  }

  /// A table.
  func table(_ table: TextTable) {
    let text = table.rendered(width: width, header: !hidesLegend, colour: usesColour)
    if !text.isEmpty { line(text.hasSuffix("\n") ? String(text.dropLast()) : text) }
  }

  /// An object, on one line or laid out. With `form` off too: for verbs whose output is JSON in any case.
  func json(_ object: JSONObject) {
    let isPretty = form == .pretty || (form == .off && isTerminal)
    line(TerminalText.visibleJSON(JSONValue.object(object).text(isPretty ? .pretty : .compact)))
  }

  /// An object of a stream: sent on at once, so that a reader at the other end of a pipe sees it now.
  func event(_ object: JSONObject) {
    json(object)
    flush()
  }

  /// Sends what is there.
  func flush() {
    let failure = Self.write(pending, to: STDOUT_FILENO)
    pending = ""
    guard let failure else { return }
    // A reader that has gone wants no more.
    if failure == EPIPE { exit(ExitStatus.done.rawValue) }
    let message = Message.clientOutputFailed(reason: String(cString: strerror(failure)))
    error("bankumctl: " + message.text(in: language))
    exit(ExitStatus.output.rawValue)
  }

  /// Sends what is there, through a pager if it is longer than the terminal.
  func finish() {
    guard usesPager, isTerminal, !pending.isEmpty else { return flush() }
    let rows = TerminalSize.current(environment).rows
    guard pending.split(separator: "\n", omittingEmptySubsequences: false).count > rows,
      Pager.show(pending, environment: environment)
    else { return flush() }
    pending = ""
  }

  // MARK: Standard error

  /// Lines on standard error, after what is on standard output.
  func error(_ text: String) {
    flush()
    // When standard error fails, the exit status is all that is left to say it with.
    _ = Self.write(text + "\n", to: STDERR_FILENO)
  }

  /// How work goes, on one line of the terminal that the next call writes over; nil takes it away. Nothing for a pipe.
  func progress(_ text: String?) {
    guard isatty(STDERR_FILENO) == 1, !isJSON else { return }
    _ = Self.write("\r\u{1B}[K" + (text ?? ""), to: STDERR_FILENO)
  }

  /// Writes all of it.
  /// - Returns: the `errno` if that failed.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if count < 0, errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
