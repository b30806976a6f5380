import Glibc
import UnixSignals
import Varlink
import VarlinkServer

/// `varlink-certification --socket PATH`: serves `org.varlink.certification` until it is told to stop. For tests only.
///
/// Exit codes: 0 stopped by SIGTERM or SIGINT; 64 usage; 69 the socket cannot be had.
@main
struct VarlinkCertificationProgram {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 2, arguments[0] == "--socket", let address = try? VarlinkAddress(arguments[1]) else {
      report("usage: varlink-certification --socket PATH")
      exit(64)
    }
    // Before the socket is there: whoever sees it may send a signal at once.
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    let server = VarlinkServer(service: certificationService())
    do {
      try await server.start([.address(address, mode: 0o600)])
    } catch {
      report("varlink-certification: \(address): \(error)")
      exit(69)
    }
    await withDiscardingTaskGroup { tasks in
      tasks.addTask { for await _ in signals { server.stop() } }
      await server.run()
      tasks.cancelAll()
    }
  }

  private static func report(_ text: String) {
    // When standard error fails there is nobody left to tell.
    _ = (text + "\n").withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
