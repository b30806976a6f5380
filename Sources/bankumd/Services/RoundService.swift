import BankumControl
import BankumModel
import BankumOffice
import BankumStore
import Glibc
import Logging
import ServiceLifecycle
import Systemd

/// Does the daily round at the start and whenever the civil day of the house's clock has changed. A round that fails is
/// tried again with the next look.
struct RoundService: ServiceLifecycle.Service {
  let office: Office
  let logger: Logger

  func run() async {
    await cancelWhenGracefulShutdown {
      var done: CivilDate?
      var messages = DailyMessages()
      while !Task.isCancelled {
        let today = office.clock.today
        if done != today, await round(&messages) { done = today }
        try? await Task.sleep(for: .seconds(30))
      }
    }
  }

  /// What a round did is an event of the register, and told as such.
  /// - Returns: whether this day needs no other look.
  private func round(_ messages: inout DailyMessages) async -> Bool {
    do {
      try await office.dailyRound(uid: geteuid())
      return true
    } catch OfficeError.refused(let refusal) {
      // A year without a calendar: the registrar sees it when he asks for a run; it does not end the daemon.
      say(refusal.rule, .warning, &messages)
    } catch let error as StoreError {
      say(error.code.code, .error, &messages)
    } catch {
      say("\(type(of: error))", .error, &messages)
    }
    return false
  }

  /// Says it once a day and kind: the round is tried again every half minute.
  private func say(_ reason: String, _ level: Logger.Level, _ messages: inout DailyMessages) {
    guard messages.isNew(reason, on: office.clock.today) else { return }
    logger.log(level: level, "daily round: \(reason)", metadata: .event(.roundFailed, ["reason": .string(reason)]))
  }
}
