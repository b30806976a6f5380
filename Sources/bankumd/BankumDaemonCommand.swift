import ArgumentParser
import BankumAPI
import BankumModel
import BankumWords
import Glibc
import Systemd
import Varlink

/// The command line of `bankumd`.
@main
struct BankumDaemonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bankumd",
    abstract: "Schedules legal aid in the detention house.",
    discussion: """
      Runs in the foreground. Under systemd it takes the socket named "varlink", the state folder and the watchdog \
      from the unit; otherwise it is a private daemon, in which the user who starts it holds all roles.

      Exit status: 0 stopped, 1 a fault at start, 64 wrong usage, 65 a damaged register (--check), 75 another daemon is there, 78 wrong configuration.
      """,
    version: bankumVersion)

  @Option(help: ArgumentHelp("Where to listen.", valueName: "path"))
  var socket: String?

  @Option(help: ArgumentHelp("The folder of the register.", valueName: "dir"))
  var state: String?

  @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "Start at this time instead of the real one, for demonstrations and tests: 2026-11-23T07:30+07:00.",
      valueName: "time"))
  var clock: String?

  @Flag(
    help: """
      Say what is wrong with the configuration, with file, line and column, and what is damaged in the register, all of \
      which is read, and exit.
      """)
  var check = false

  @Flag(
    help: """
      Go on with what the register holds although it is not all that was acknowledged, or nothing says so, and exit: \
      when there is no backup. Written into the audit log.
      """)
  var acceptLoss = false

  /// As the library does it, but that clients which wait on a passed socket are turned away first when the command line
  /// is wrong: systemd would start the same wrong command again for them, and again.
  static func main() async {
    StandardStreams.reserve()
    FreedMemory.returnToSystem()
    if let options = PlainOptions(CommandLine.arguments.dropFirst()) {
      let status = await start(options)
      Glibc.exit(status)
    }
    do {
      var command = try parseAsRoot()
      if let daemon = command as? BankumDaemonCommand { try await daemon.run() } else { try command.run() }
    } catch {
      if exitCode(for: error) == .validationFailure {
        var environment = ProcessEnvironment.current()
        let sockets = try? ActivationSockets.take(from: &environment)
        for socket in sockets?.all ?? [] { socket.turnAwayWaiting() }
      }
      exit(withError: error)
    }
  }

  func validate() throws {
    if check, acceptLoss { throw ValidationError("--check and --accept-loss are two things: one at a time.") }
    if let clock, (try? Instant(parsing: clock)) == nil {
      throw ValidationError("--clock: '\(clock)' is not a time with its zone, as in 2026-11-23T07:30+07:00.")
    }
  }

  func run() async throws {
    let options = PlainOptions(
      socket: socket, state: state, config: config, clock: clock.flatMap { try? Instant(parsing: $0) })
    let status: Int32
    if check {
      status = Self.prepared(options).check()
    } else if acceptLoss {
      status = await Self.prepared(options).acceptLoss()
    } else {
      status = await Self.start(options)
    }
    if status != 0 { throw ExitCode(status) }
  }

  private static func start(_ options: PlainOptions) async -> Int32 {
    await prepared(options).run()
  }

  private static func prepared(_ options: PlainOptions) -> DaemonStart {
    var environment = ProcessEnvironment.current()
    return DaemonStart(
      socket: options.socket, state: options.state, configuration: options.config, clock: options.clock,
      environment: &environment)
  }
}
