/// Why a partner refuses a request, in writing (UU 16/2011 Art 15: a refusal states its reasons). A code, not a text:
/// nothing of the matter is written down.
package enum RefusalReason: String, Coded {
  /// A conflict of interest; no details are kept.
  case conflict
  /// Nobody has time for it.
  case capacity
  /// The matter is not one that it takes.
  case expertise
  /// The applicant does not meet the conditions of legal aid.
  case notEligible
  /// The application stayed incomplete.
  case incomplete
}
