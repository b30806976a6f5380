/// What the handlers of `org.bankum.Service` work with.
package struct Daemon: Sendable {
  package let facts: DaemonFacts
  package let state: DaemonState
  package let events: EventHub
  package let control: any DaemonControl

  /// Puts the parts together.
  package init(facts: DaemonFacts, state: DaemonState, events: EventHub, control: any DaemonControl) {
    self.facts = facts
    self.state = state
    self.events = events
    self.control = control
  }
}
