package import BankumModel
package import BankumStore
package import JSON

/// What hung on somebody who has left, and what became of it.
package struct DepartureReport: Sendable, Equatable, Reply {
  /// Requests that ended.
  package var requests: [Request.ID] = []
  /// Published meetings that were called off; their partners were told.
  package var sessions: [Session.ID] = []
  /// Mandates that ended.
  package var endedMandates: [Mandate.ID] = []
  /// Mandates that stay in force: each waits in the review, so that it is handed on.
  package var referrals: [Mandate.ID] = []

  /// Nothing hung on him.
  package init() {}

  package var kept: JSONValue {
    func texts<Kind>(_ ids: [Identifier<Kind>]) -> JSONValue { .array(ids.map { .string($0.text) }) }
    return .object([
      "requests": texts(requests), "sessions": texts(sessions), "endedMandates": texts(endedMandates),
      "referrals": texts(referrals),
    ])
  }

  package init(kept: JSONValue) throws(StoreError) {
    guard case .object(let object) = kept else {
      throw StoreError(.corrupted, "a kept answer that is no report of a departure")
    }
    func ids<Kind>(_ name: String) throws(StoreError) -> [Identifier<Kind>] {
      guard case .array(let values)? = object[name] else { return [] }
      var found: [Identifier<Kind>] = []
      for value in values { found.append(try Identifier(kept: value)) }
      return found
    }
    requests = try ids("requests")
    sessions = try ids("sessions")
    endedMandates = try ids("endedMandates")
    referrals = try ids("referrals")
  }
}
