/// Whether the papers that somebody needs to serve hold on a day, and which will lapse soon.
package struct Standing: Hashable, Sendable {
  /// A paper with an end.
  package enum Paper: String, Coded {
    /// The partner's agreement with the house.
    case agreement
    /// The partner's accreditation by the ministry.
    case accreditation
    /// The advocate's licence or the paralegal's certificate.
    case licence
    /// The advocate's work for the partner.
    case employment
  }

  /// The papers that do not hold on the day: new offers stop, later sessions go to review.
  package let lapsed: [Paper]
  /// The papers that hold on the day and lapse within the warning, with their last day.
  package let lapsing: [Paper: CivilDate]

  /// Looks at papers on a day.
  init(_ papers: [(Paper, OpenDateRange)], on date: CivilDate, warningDays: Int) {
    lapsed = papers.filter { !$0.1.contains(date) }.map(\.0)
    var soon: [Paper: CivilDate] = [:]
    for (paper, days) in papers where days.contains(date) {
      if let last = days.last, date.days(until: last) <= warningDays { soon[paper] = last }
    }
    lapsing = soon
  }

  /// Whether everything holds.
  package var isGood: Bool { lapsed.isEmpty }
}
