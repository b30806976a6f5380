/// How a request came.
package enum Channel: String, Coded {
  /// A written application.
  case written
  /// Told, and written down by staff.
  case oral
  /// Written down and signed with a thumbprint.
  case thumbprint
  /// By the family.
  case family
  /// By a *Duta Bantuan Hukum*, an inmate who passes requests on.
  case ambassador
  /// By the partner itself.
  case lbh
}
