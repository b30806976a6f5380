/// How near the last lawful day is, from far to past. Ordered: the more urgent is the greater.
package enum DetentionBand: String, Coded, Comparable {
  /// No clock runs: convicts and hostages.
  case none
  /// More days than the first notice.
  case far
  /// Within the first notice, ten days by default.
  case firstNotice
  /// Within the second notice, three days by default.
  case secondNotice
  /// The last lawful day has passed.
  case overstay
  /// The clock stands still in hospital; it does not expire until the person is back.
  case suspended
  /// A detainee without any order on file: somebody has to look at once.
  case unknown

  /// 0 for no urgency up to 5 for overstay. A detainee without an order is as urgent as one within the second notice:
  /// he may be free.
  package var urgency: Int {
    switch self {
    case .none: 0
    case .suspended: 1
    case .far: 2
    case .firstNotice: 3
    case .secondNotice, .unknown: 4
    case .overstay: 5
    }
  }

  /// The less urgent comes first; bands of equal urgency by their code, so that the order is total.
  package static func < (left: DetentionBand, right: DetentionBand) -> Bool {
    (left.urgency, left.code) < (right.urgency, right.code)
  }
}
