import BankumAPI
import BankumControl
import BankumModel
import BankumOffice
import BankumStore
import BankumWords
import Glibc
import Logging
import ServiceLifecycle
import Systemd
import UnixSignals
import Varlink
import VarlinkServer

/// The daemon put together: rooms, server, and the services that run side by side until it is told to stop.
struct RunningDaemon {
  private let parts: DaemonStart.Parts
  private let logger: Logger
  private let state: DaemonState
  private let reloadCoordinator: ReloadCoordinator
  private let server: VarlinkServer
  private let manager: ServiceManager
  private let register: Register
  private let office: Office
  private let events: EventHub
  /// The last event of an earlier daemon.
  private let eventsAtStart: EventNumber
  /// The largest message of a registrar: 16 MiB of files, in base64.
  private static let importBytes = 24 << 20

  init(
    start: DaemonStart, parts: DaemonStart.Parts, register: Register, events: EventHub, loops: EventLoops,
    configuration: Configuration, logger: Logger, threshold: LogThreshold
  ) throws(StartFault) {
    self.parts = parts
    self.logger = logger
    manager = start.manager
    let clock = HouseClock.starting(at: start.givenClock, zone: configuration.zone)
    self.register = register
    self.events = events
    eventsAtStart = events.last
    let state = DaemonState(language: configuration.language, events: events)
    self.state = state
    reloadCoordinator = ReloadCoordinator(
      file: start.file, configuration: configuration, state: state, events: events, logger: logger,
      threshold: threshold,
      manager: start.manager)
    let user = geteuid()
    office = Office(
      register: register, clock: clock,
      directory: start.isPrivate ? .private(startedBy: user) : .managed(daemonUser: user), users: .ofMachine)
    do throws(StoreError) { try office.start() } catch { throw RegisterStart.fault(error) }
    let daemon = Daemon(
      facts: DaemonFacts(
        version: bankumVersion, clock: clock, startedAt: clock.now, isPrivate: start.isPrivate),
      state: state, events: events, control: reloadCoordinator, office: office)
    let observer = ServerObserver(logger: logger)
    server = VarlinkServer(
      service: ControlService.make(daemon), limits: configuration.limits.within(openFiles: OpenFileLimit.current),
      loops: loops,
      // A whole facility comes in one call, and only from those who may send one.
      messageBytes: { [directory = office.directory] peer in
        directory.holder(peer.uid).roles.contains(.registrar) ? Self.importBytes : nil
      }
    ) { observer.observe($0) }
    reloadCoordinator.watch(server)
  }

  /// Opens the socket, says READY, and runs until it is told to stop.
  /// - Returns: the exit status.
  func run(_ report: StartReport) async -> Int32 {
    do {
      try await office.prepare(uid: geteuid())
    } catch {
      let fault = RegisterStart.fault(error)
      await server.run()
      logger.critical("\(fault.message.text(in: state.language))")
      report.failed(fault.status)
      return fault.status
    }
    do {
      try await server.start(parts.listeners)
    } catch {
      await server.run()
      return fail(error, report)
    }
    // Trapped before READY, after which somebody may send them: untrapped they would end the process as it stands.
    let hangUps = await UnixSignalsSequence(trapping: .sighup)
    let endings = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    // From here on calls are answered; the watchdog must not be fed before READY, so it starts below.
    state.enter(.running)
    let ready = reloadCoordinator.readyMessage
    report.ready(ready, in: state.language)
    logger.notice(
      "\(ready.text(in: .english))", metadata: .event(.started, ["version": .string(bankumVersion)]))

    // A moment later, when the services below run too: only then has the start touched all that it will.
    async let _: Void = StartPages.release(after: .milliseconds(150))

    var services: [any ServiceLifecycle.Service] = [
      WireService(server: server, state: state, report: report),
      RegisterService(register: register, office: office, events: events, logger: logger),
      RoundService(office: office, logger: logger),
      EventService(
        events: events, office: office, file: EventFile(folder: parts.state.path), begin: eventsAtStart, logger: logger),
      ReloadSignalService(signals: hangUps, reloadCoordinator: reloadCoordinator),
      StopSignalService(signals: endings),
    ]
    if let schedule = parts.watchdog {
      services.append(WatchdogService(schedule: schedule, server: server, report: report))
    }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map {
          ServiceGroupConfiguration.ServiceConfiguration(
            service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
            failureTerminationBehavior: .gracefullyShutdownGroup,
            // Else the group prints each service with all that it holds: a seventh of the work of a start.
            serviceName: "\(type(of: $0))")
        },
        logger: logger))
    do {
      try await group.run()
    } catch {
      logger.critical("a service ended: \(error)")
      return DaemonExit.fault
    }
    let wroteEverything = !register.isStopped
    do { try await register.close() } catch {
      logger.critical("the register could not be closed: \(error.code.code)")
      return DaemonExit.fault
    }
    guard wroteEverything else { return DaemonExit.fault }
    logger.notice("\(Message.daemonStopped.text(in: .english))", metadata: .event(.stopping))
    return DaemonExit.done
  }

  private func fail(_ error: any Error, _ report: StartReport) -> Int32 {
    let fault = StartFault(listening: error)
    logger.critical("\(fault.message.text(in: state.language))")
    report.failed(fault.status)
    return fault.status
  }
}

extension StartFault {
  /// Why a listener could not be opened.
  init(listening error: any Error) {
    switch error as? ListenerFault {
    case .inUse(let address):
      self.init(.daemonSocketInUse(path: address.path), status: DaemonExit.inUse)
    case .bind(let address, let number):
      self.init(
        .daemonCannotListen(path: address.path, reason: String(cString: strerror(number))), status: DaemonExit.fault)
    case .abstractAddress(let address):
      self.init(
        .daemonCannotListen(path: "@" + address.path, reason: String(cString: strerror(EOPNOTSUPP))),
        status: DaemonExit.configuration)
    case .notASocket(let address):
      self.init(
        .daemonCannotListen(path: address.path, reason: String(cString: strerror(ENOTSOCK))),
        status: DaemonExit.configuration)
    case .passedIn(let descriptor, let number):
      self.init(
        .daemonBadEnvironment(reason: "descriptor \(descriptor): \(String(cString: strerror(number)))"),
        status: DaemonExit.configuration)
    case nil:
      self.init(.daemonCannotListen(path: "", reason: "\(error)"), status: DaemonExit.fault)
    }
  }
}

extension ServerLimits {
  /// These limits, lowered so that descriptors for the database, logs and one more client are always left, and with one
  /// large message at a time: a facility and what is made of it are the most memory that the daemon needs.
  func within(openFiles: Int) -> ServerLimits {
    var limits = self
    limits.connections = min(connections, max(4, openFiles - 64))
    limits.connectionsPerUser = min(connectionsPerUser, limits.connections)
    limits.largeMessages = 1
    return limits
  }
}

extension HouseClock {
  /// The machine's clock, or one that starts at a given time and runs on.
  static func starting(at given: Instant?, zone: ZoneOffset) -> HouseClock {
    guard let given else {
      return HouseClock(source: .real, zone: zone) {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
      }
    }
    let began = ContinuousClock.now
    return HouseClock(source: .set, zone: zone) {
      let elapsed = (ContinuousClock.now - began).components
      return given.adding(milliseconds: elapsed.seconds * 1_000 + elapsed.attoseconds / 1_000_000_000_000_000)
    }
  }
}
