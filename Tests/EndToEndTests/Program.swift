import Foundation

/// A program of ours, really run.
struct Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// The lines on standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Standard output as one JSON object.
    func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// Where the programs are: `$BANKUM_BUILD`, else beside the test bundle.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["BANKUM_BUILD"] { return URL(filePath: path) }
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent()
  }()

  static func url(_ name: String) -> URL { folder.appending(path: name) }

  /// Runs a program to its end. The environment is empty but for what is given, so that a test does not depend on
  /// the machine's locale.
  static func run(
    _ name: String, _ arguments: [String], environment: [String: String] = [:], input: String = ""
  ) throws -> Outcome {
    try run(url(name), arguments, environment: environment, input: input)
  }

  /// Runs a line of the shell.
  static func shell(_ line: String) throws -> Outcome {
    try run(URL(filePath: "/bin/sh"), ["-c", line])
  }

  private static func run(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:], input: String = ""
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    var variables = ["PATH": "/usr/bin:/bin", "TERM": "dumb", "LC_ALL": "C.UTF-8"]
    variables.merge(environment) { $1 }
    process.environment = variables
    let (output, errors, source) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = source
    try process.run()
    try? source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? source.fileHandleForWriting.close()
    // The output of these programs fits a pipe, so one after the other does not lock up.
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: outputData, as: UTF8.self), errors: String(decoding: errorData, as: UTF8.self))
  }
}
