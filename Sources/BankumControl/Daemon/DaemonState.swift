package import BankumAPI
import BankumModel
package import BankumWords
import Synchronization

/// What changes while the daemon runs: its state and its language. Each change is an event.
package final class DaemonState: Sendable {
  private struct Values {
    var state = ServiceState.starting
    var language: Language
  }

  private let values: Mutex<Values>
  private let events: EventHub

  /// A daemon that is starting.
  package init(language: Language, events: EventHub) {
    values = Mutex(Values(language: language))
    self.events = events
  }

  /// The state now.
  package var state: ServiceState {
    values.withLock { $0.state }
  }

  /// The language of texts unless the caller asks for another.
  package var language: Language {
    get { values.withLock { $0.language } }
    set { values.withLock { $0.language = newValue } }
  }

  /// Goes over to another state. A daemon that is stopping stays so, whatever else ends meanwhile.
  package func enter(_ state: ServiceState) {
    let changed = values.withLock { values in
      guard values.state != state, values.state != .stopping else { return false }
      values.state = state
      return true
    }
    if changed { events.publish(.state(state.rawValue)) }
  }
}
