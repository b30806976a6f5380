import BankumAPI
import BankumControl
import BankumWords
import ServiceLifecycle
import VarlinkServer

/// The server as a service of the group: it ends when the group is told to stop, or when it has nothing to serve.
struct WireService: Service {
  let server: VarlinkServer
  let state: DaemonState
  let report: StartReport

  func run() async {
    await withGracefulShutdownHandler {
      await server.run()
    } onGracefulShutdown: {
      state.enter(.stopping)
      report.stopping(.daemonStopping, in: state.language)
      server.stop()
    }
  }
}
