import Glibc
import Testing

@testable import Systemd

// libsystemd reads NOTIFY_SOCKET of the process, and setting a variable is not safe beside other threads: what sends
// runs in a process of its own.
@Suite("ServiceManager")
struct ServiceManagerTests {
  @Test("sends all notices of a call in one message, to a path and to an abstract address")
  func sendsOneMessage() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      for address in [folder.file("notify"), "@bankum-notify-\(getpid())"] {
        let socket = try UnixSocket.bound(UnixSocket.datagram, to: address)
        setenv("NOTIFY_SOCKET", address, 1)
        let manager = ServiceManager(environment: ["NOTIFY_SOCKET": address])
        try manager.notify(.ready, .status("Serving"))
        try #require(UnixSocket.receive(socket)?.text == "READY=1\nSTATUS=Serving", "\(address)")
        try manager.notify(.reloading(monotonicMicroseconds: 17))
        try #require(UnixSocket.receive(socket)?.text == "RELOADING=1\nMONOTONIC_USEC=17")
        try manager.notify(.watchdog)
        try #require(UnixSocket.receive(socket)?.text == "WATCHDOG=1")
        try #require(UnixSocket.receive(socket) == nil, "a message too many")
        close(socket)
      }
    }
  }

  @Test("sends nothing if its environment names no socket, though the process has one")
  func sendsNothingUnasked() async {
    await #expect(processExitsWith: .success) {
      let address = "@bankum-notify-\(getpid())"
      let socket = try UnixSocket.bound(UnixSocket.datagram, to: address)
      setenv("NOTIFY_SOCKET", address, 1)
      for environment in [[:], ["NOTIFY_SOCKET": ""]] {
        let manager = ServiceManager(environment: environment)
        try #require(!manager.listens)
        try manager.notify(.ready)
        try manager.barrier(within: .seconds(1))
      }
      try #require(UnixSocket.receive(socket) == nil)
    }
  }

  @Test("says that the service manager is gone")
  func failsWithoutReceiver() async {
    await #expect(processExitsWith: .success) {
      let address = "@bankum-nobody-\(getpid())"
      setenv("NOTIFY_SOCKET", address, 1)
      let manager = ServiceManager(environment: ["NOTIFY_SOCKET": address])
      let error = #expect(throws: SystemdError.self) { try manager.notify(.ready) }
      try #require(error == SystemdError(.notificationFailed, "NOTIFY_SOCKET", systemError: ECONNREFUSED))
    }
  }

  @Test("waits at a barrier until the manager has closed what came with it, and no longer than allowed")
  func waitsAtBarrier() async {
    await #expect(processExitsWith: .success) {
      let address = "@bankum-notify-\(getpid())"
      let socket = try UnixSocket.bound(UnixSocket.datagram, to: address)
      setenv("NOTIFY_SOCKET", address, 1)
      let manager = ServiceManager(environment: ["NOTIFY_SOCKET": address])
      // Nobody reads: the time runs out.
      let error = #expect(throws: SystemdError.self) { try manager.barrier(within: .milliseconds(20)) }
      try #require(error?.code == .notificationFailed)
      try #require(error?.systemError == ETIMEDOUT)
      let unread = try #require(UnixSocket.receive(socket))
      try #require(unread.text == "BARRIER=1")
      close(try #require(unread.passed))
      // Somebody reads and closes.
      let reader = Task.detached {
        var message = UnixSocket.receive(socket)
        while message == nil {
          await Task.yield()
          message = UnixSocket.receive(socket)
        }
        if let passed = message?.passed { close(passed) }
      }
      try manager.barrier(within: .seconds(20))
      await reader.value
    }
  }

  @Test("knows the process that systemd executed from one that only inherited its variables")
  func knowsItsOwnProcess() {
    let environment = ["NOTIFY_SOCKET": "/run/x", "SYSTEMD_EXEC_PID": "41"]
    #expect(ServiceManager(environment: environment, processID: 41).startedThisProcess)
    #expect(!ServiceManager(environment: environment, processID: 42).startedThisProcess)
    #expect(!ServiceManager(environment: ["NOTIFY_SOCKET": "/run/x"], processID: 41).startedThisProcess)
  }
}
