/// Whether the credentials that somebody needs to serve hold on a day, and which will lapse soon.
package struct CredentialStatus: Hashable, Sendable {
  /// A credential with an end.
  package enum Credential: String, Coded {
    /// The partner's agreement with the house.
    case agreement
    /// The partner's accreditation by the ministry.
    case accreditation
    /// The advocate's licence or the paralegal's certificate.
    case licence
    /// The advocate's work for the partner.
    case employment
  }

  /// The credentials that do not hold on the day: new offers stop, later sessions go to review.
  package let lapsed: [Credential]
  /// The credentials that hold on the day and lapse within the warning, with their last day.
  package let lapsing: [Credential: CivilDate]

  /// Looks at credentials on a day.
  init(_ credentials: [(Credential, OpenDateRange)], on date: CivilDate, warningDays: Int) {
    lapsed = credentials.filter { !$0.1.contains(date) }.map(\.0)
    var soon: [Credential: CivilDate] = [:]
    for (credential, days) in credentials where days.contains(date) {
      if let last = days.last, date.days(until: last) <= warningDays { soon[credential] = last }
    }
    lapsing = soon
  }

  /// Whether everything holds.
  package var isGood: Bool { lapsed.isEmpty }
}
