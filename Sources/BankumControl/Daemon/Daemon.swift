package import BankumOffice

/// What the handlers work with.
package struct Daemon: Sendable {
  package let facts: DaemonFacts
  package let state: DaemonState
  package let events: EventHub
  package let control: any DaemonControl
  package let office: Office

  /// Puts the parts together.
  package init(
    facts: DaemonFacts, state: DaemonState, events: EventHub, control: any DaemonControl, office: Office
  ) {
    self.facts = facts
    self.state = state
    self.events = events
    self.control = control
    self.office = office
  }

  /// Who holds which roles.
  var directory: RoleDirectory { office.directory }
}
