import BankumAPI
import BankumModel
import BankumOffice
import BankumStore
import BankumWords
import Varlink

/// What went wrong in a use case, as an error of the protocol: the one place where this is decided.
enum Fault {
  /// The error for the caller. What he cannot mend is told to the daemon's log, without anything personal.
  static func error(_ error: any Error, in language: Language, key: String?, daemon: Daemon) -> VarlinkError {
    switch error {
    case let error as OfficeError: office(error, in: language)
    case let error as StoreError: store(error, in: language, key: key, daemon: daemon)
    case let error as ModelError:
      office(.invalid(error.problems), in: language)
    case let error as VarlinkError: error
    case is CancellationError: VarlinkError(ServiceInterface.NotReady(state: daemon.state.state))
    default: unexpected("\(type(of: error))", daemon)
    }
  }

  private static func office(_ error: OfficeError, in language: Language) -> VarlinkError {
    switch error {
    case .notFound(let kind, let id): VarlinkError(ServiceInterface.NotFound(kind: kind, id: id))
    case .invalid(let problems):
      VarlinkError(
        ServiceInterface.Invalid(
          problems: problems.map {
            InputProblem(place: $0.place, value: $0.value, expected: $0.expected.text(in: language))
          }))
    case .refused(let refusal):
      VarlinkError(ServiceInterface.Refused(rule: refusal.rule, text: refusal.text(in: language)))
    case .busy(let obstacle): VarlinkError(ServiceInterface.Busy(what: obstacle.message.text(in: language)))
    }
  }

  private static func store(
    _ error: StoreError, in language: Language, key: String?, daemon: Daemon
  ) -> VarlinkError {
    switch error.code {
    case .storageFull: VarlinkError(ServiceInterface.StorageFull())
    case .outcomeUnknown: VarlinkError(ServiceInterface.OutcomeUnknown(idempotencyKey: key ?? ""))
    case .closed: VarlinkError(ServiceInterface.NotReady(state: .stopping))
    case .busy: VarlinkError(ServiceInterface.Busy(what: Obstacle.register.message.text(in: language)))
    case .invalid: office(.invalid(error.problems), in: language)
    case .keyReused: office(.invalid("idempotencyKey", key, .newKey), in: language)
    case .notFound: office(.notFound(error.kind ?? "thing", error.detail), in: language)
    case .doubleBooking, .constraint, .unusable, .corrupted, .keyMissing, .wrongKey, .newerSchema, .behind,
      .inputOutput, .misuse:
      unexpected("\(error.code.code): \(error.detail)", daemon)
    }
  }

  /// Nothing that the caller did or could mend.
  private static func unexpected(_ detail: String, _ daemon: Daemon) -> VarlinkError {
    daemon.control.report(detail)
    return VarlinkError(ServiceInterface.Failed())
  }
}
