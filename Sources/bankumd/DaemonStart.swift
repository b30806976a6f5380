import BankumControl
import BankumModel
import BankumStore
import BankumWords
import Glibc
import Logging
import Systemd
import Varlink
import VarlinkServer

/// From the command line and the environment to a daemon that runs: every choice at start is made here.
struct DaemonStart {
  /// Where the socket is unless said otherwise.
  static let standardSocket = "/run/bankum/org.bankum"
  /// Where the register is unless said otherwise.
  static let standardState = "/var/lib/bankum"

  let manager: ServiceManager
  let logging: LoggingSetup
  let file: ConfigurationFile
  let language: Language
  let givenClock: Instant?
  let credentials: Credentials
  private let socketPath: String
  private let statePath: String
  private let activation: Result<[ActivationSocket], SystemdError>
  private let watchdog: Result<WatchdogSchedule?, SystemdError>

  init(
    socket: String?, state: String?, configuration: String?, clock: Instant?, environment: inout [String: String]
  ) {
    manager = ServiceManager(environment: environment)
    logging = LoggingSetup(environment: environment)
    file = ConfigurationFile(path: configuration ?? ConfigurationFile.standardPath, isOptional: configuration == nil)
    givenClock = clock
    credentials = Credentials(environment: environment)
    socketPath = socket ?? Self.standardSocket
    // A unit with several state folders names them all; the first is ours.
    statePath =
      state ?? environment["STATE_DIRECTORY"]?.split(separator: ":").first.map(String.init) ?? Self.standardState
    activation = Result { () throws(SystemdError) in
      try ActivationSockets.take(from: &environment).serving(named: "varlink")
    }
    watchdog = Result { () throws(SystemdError) in try WatchdogSchedule(environment: environment) }
    let variables = environment
    language = Language.chosen(option: nil, environment: { variables[$0] }, configuration: nil)
  }

  /// Whether a person started this daemon, not systemd.
  var isPrivate: Bool { !manager.startedThisProcess }

  /// `--check`: says what is wrong with the configuration, and with the register if there is one.
  /// - Returns: the exit status.
  func check() -> Int32 {
    do throws(ConfigurationProblems) {
      let configuration = try file.read()
      let message: Message =
        access(file.path, F_OK) == 0 ? .configurationGood(path: file.path) : .configurationAbsent(path: file.path)
      print(message.terminalText(in: configuration.language))
      let status = checkRegister(configuration.language)
      guard fflush(nil) == 0 else { return DaemonExit.fault }
      return status
    } catch {
      for problem in error.problems { Self.complain(problem.message.terminalText(in: language)) }
      return DaemonExit.configuration
    }
  }

  private func checkRegister(_ language: Language) -> Int32 {
    guard access(statePath + "/" + Register.fileName, F_OK) == 0 else { return DaemonExit.done }
    do throws(StartFault) {
      let (sequence, damage) = try RegisterStart.inspect(in: StateFolder.open(statePath), keys: credentials)
      guard damage.isEmpty else {
        for fault in damage { Self.complain(fault.text) }
        Self.complain(Message.daemonRegisterFaulty(count: damage.count).terminalText(in: language))
        return DaemonExit.damaged
      }
      print(Message.daemonRegisterWhole(writes: Int(sequence)).terminalText(in: language))
      return DaemonExit.done
    } catch {
      if error.status == DaemonExit.inUse {
        print(Message.daemonRegisterNotRead.terminalText(in: language))
        return DaemonExit.done
      }
      Self.complain(error.message.terminalText(in: language))
      return error.isDamage ? DaemonExit.damaged : error.status
    }
  }

  /// `--accept-loss`: goes on with what the register holds.
  /// - Returns: the exit status.
  func acceptLoss() async -> Int32 {
    do throws(StartFault) {
      guard isPrivate else { throw StartFault(.daemonLossBySystemd, status: DaemonExit.configuration) }
      let sequence = try await RegisterStart.acceptLoss(
        in: StateFolder.open(statePath), keys: credentials, at: givenClock)
      print(Message.daemonLossAccepted(writes: Int(sequence)).terminalText(in: language))
      return fflush(nil) == 0 ? DaemonExit.done : DaemonExit.fault
    } catch {
      Self.complain(error.message.terminalText(in: language))
      return error.status
    }
  }

  /// Runs until it is told to stop.
  /// - Returns: the exit status.
  func run() async -> Int32 {
    let threshold = LogThreshold(.info)
    let logger = Logger(label: "bankumd") { _ in logging.handler(identifier: "bankumd", threshold: threshold) }
    let report = StartReport(logger: logger, manager: manager)

    report.status(.daemonStarting, in: language)
    // The register is opened beside the rest of the start: it is the longest part.
    let folder = Result { () throws(StartFault) in try StateFolder.open(statePath) }
    let events = EventHub(clock: HouseClock.starting(at: givenClock, zone: .westernIndonesia))
    async let opening = RegisterStart.open(folder, keys: credentials, at: givenClock, events: events, report)
    let configuration: Configuration
    do throws(ConfigurationProblems) {
      configuration = try file.read()
    } catch {
      for problem in error.problems {
        logger.critical("\(problem.message.text(in: language))", metadata: .event(.configurationRefused))
      }
      return giveUp(report, DaemonExit.configuration)
    }
    threshold.level = configuration.logLevel

    do throws(StartFault) {
      let parts = try prepare(folder)
      let loops = EventLoops()
      let register = try await opening.get()
      let daemon = try RunningDaemon(
        start: self, parts: parts, register: register, events: events, loops: loops, configuration: configuration,
        logger: logger, threshold: threshold)
      return await daemon.run(report)
    } catch {
      logger.critical("\(error.message.text(in: configuration.language))")
      return giveUp(report, error.status)
    }
  }

  /// The parts of the start that can fail before anything runs.
  struct Parts {
    let listeners: [Listener]
    let state: StateFolder
    let watchdog: WatchdogSchedule?
    let sockets: [ActivationSocket]
  }

  private func prepare(_ folder: Result<StateFolder, StartFault>) throws(StartFault) -> Parts {
    if givenClock != nil, !isPrivate { throw StartFault(.daemonClockUnderSystemd, status: DaemonExit.configuration) }
    do throws(PeerCredentialsSelfTest.Fault) {
      try PeerCredentialsSelfTest.run()
    } catch {
      throw StartFault(.daemonPeersUnknown(reason: "\(error)"), status: DaemonExit.configuration)
    }
    OpenFileLimit.raise()
    let sockets: [ActivationSocket]
    let schedule: WatchdogSchedule?
    do throws(SystemdError) {
      sockets = try activation.get()
      schedule = try watchdog.get()
    } catch {
      throw StartFault(.daemonBadEnvironment(reason: "\(error)"), status: DaemonExit.configuration)
    }
    return Parts(
      listeners: try listeners(sockets), state: try folder.get(), watchdog: schedule, sockets: sockets)
  }

  private func listeners(_ sockets: [ActivationSocket]) throws(StartFault) -> [Listener] {
    guard sockets.isEmpty else {
      return sockets.map { socket in
        socket.kind == .connected
          ? .connected(descriptor: socket.descriptor) : .listening(descriptor: socket.descriptor)
      }
    }
    do throws(VarlinkAddress.Fault) {
      return [.address(try VarlinkAddress(path: socketPath), mode: 0o666)]
    } catch {
      let number =
        switch error.code {
        case .tooLong: ENAMETOOLONG
        case .unknownScheme: EAFNOSUPPORT
        case .setting, .empty: EINVAL
        }
      throw StartFault(
        .daemonCannotListen(path: socketPath, reason: String(cString: strerror(number))),
        status: DaemonExit.configuration)
    }
  }

  /// Ends a start that failed: waiting clients are turned away when nobody will start it again.
  private func giveUp(_ report: StartReport, _ status: Int32) -> Int32 {
    if status == DaemonExit.configuration, case .success(let sockets) = activation {
      for socket in sockets { socket.turnAwayWaiting() }
    }
    report.failed(status)
    return status
  }

  private static func complain(_ text: String) {
    let line = text + "\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
