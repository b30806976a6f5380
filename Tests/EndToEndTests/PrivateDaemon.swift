import Foundation

/// A `bankumd` of the test's own, in a temporary folder, with a set clock. It ends with this value.
final class PrivateDaemon {
  let folder: URL
  let socket: String
  private var process = Process()
  private let log: URL

  /// The configuration file; write it before the start, or change it and reload.
  var configuration: URL { folder.appending(path: "bankum.yaml") }

  init(configuration text: String = "", arguments: [String] = []) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "bankum-test-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    socket = folder.appending(path: "s").path
    log = folder.appending(path: "log")
    try Data().write(to: log)
    try Data(text.utf8).write(to: configuration)
    try launch(clock: "2026-11-23T07:30+07:00", arguments)
  }

  /// Kills the process, which has no say in it, and starts another over the same state, at a later time of the house.
  func killAndStartAgain(clock: String) throws {
    signal(SIGKILL)
    process.waitUntilExit()
    process = Process()
    try launch(clock: clock, [])
  }

  private func launch(clock: String, _ arguments: [String]) throws {
    process.executableURL = Program.url("bankumd")
    process.arguments =
      [
        "--socket", socket, "--state", folder.appending(path: "state").path, "--config", configuration.path,
        "--clock", clock,
      ] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "en_GB.UTF-8"]
    let handle = try FileHandle(forWritingTo: log)
    process.standardError = handle
    process.standardOutput = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let waited = try ctl("wait", "--timeout", "20")
    guard waited.status == 0 else { throw Failure(text: waited.errors + logText) }
  }

  struct Failure: Error { let text: String }

  deinit {
    stop()
    try? FileManager.default.removeItem(at: folder)
  }

  var logText: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }
  var processID: Int32 { process.processIdentifier }

  /// Runs `bankumctl` against this daemon.
  func ctl(_ words: String..., environment: [String: String] = [:], input: String = "") throws -> Program.Outcome {
    try ctl(words: words, environment: environment, input: input)
  }

  /// The same with the words as a list.
  func ctl(words: [String], environment: [String: String] = [:], input: String = "") throws -> Program.Outcome {
    var variables = ["BANKUM_SOCKET": socket]
    variables.merge(environment) { $1 }
    return try Program.run("bankumctl", words, environment: variables, input: input)
  }

  /// The lines that a terminal of 80 columns shows, without colours.
  func screen(_ words: [String]) throws -> [String] {
    let command = ([Program.url("bankumctl").path, "--no-pager", "--socket", socket] + words)
      .map { "'\($0)'" }.joined(separator: " ")
    let outcome = try Program.shell("TERM=dumb COLUMNS=80 script -qec \"\(command)\" /dev/null </dev/null")
    return outcome.output.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" }).map(String.init)
  }

  func write(configuration text: String) throws {
    try Data(text.utf8).write(to: configuration)
  }

  /// Sends a signal.
  func signal(_ number: Int32) {
    kill(process.processIdentifier, number)
  }

  /// Ends it as systemd would, and says with which status it ended.
  @discardableResult
  func stop() -> Int32 {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  }
}
