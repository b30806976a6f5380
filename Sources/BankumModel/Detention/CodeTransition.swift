/// Which criminal procedure code governs a case that was alive when the code of 2025 came into force (UU 20/2025 Art
/// 361).
package enum CodeTransition {
  /// Where a case stood, as its papers date it.
  package struct CaseDates: Hashable, Sendable {
    /// The day on which investigation began.
    package let investigationBegan: CivilDate
    /// The day on which the court received the case; nil: not yet.
    package let reachedCourt: CivilDate?
    /// The day on which the court began to examine it; nil: not yet.
    package let examinationBegan: CivilDate?
    /// Whether it is a review (*peninjauan kembali*).
    package let isReview: Bool

    /// The dates of a case.
    package init(
      investigationBegan: CivilDate, reachedCourt: CivilDate? = nil, examinationBegan: CivilDate? = nil,
      isReview: Bool = false
    ) {
      self.investigationBegan = investigationBegan
      self.reachedCourt = reachedCourt
      self.examinationBegan = examinationBegan
      self.isReview = isReview
    }
  }

  /// The law that governs the case to its end.
  ///
  /// Begun on or after the new code's first day: new. On that day in investigation or prosecution: old. In court and
  /// being examined: old, except a review. In court, not yet examined: new.
  package static func law(for dates: CaseDates, newCodeFrom: CivilDate) -> DetentionLaw {
    if dates.investigationBegan >= newCodeFrom || dates.isReview { return .new }
    guard let reachedCourt = dates.reachedCourt, reachedCourt < newCodeFrom else { return .old }
    guard let examinationBegan = dates.examinationBegan, examinationBegan < newCodeFrom else { return .new }
    return .old
  }
}
