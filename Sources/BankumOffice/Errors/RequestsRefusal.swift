package import BankumModel

/// Why a request is not filed or changed.
package enum RequestsRefusal: Sendable, Equatable {
  /// The table of transitions does not have it.
  case state(RequestRefusal)
  /// The inmate has an open request of this kind.
  case duplicate(Request.ID)
  /// The inmate is not in the house any more.
  case inmateGone

  /// The name of the case.
  package var code: String {
    switch self {
    case .state(let refusal): refusal.code
    case .duplicate: "duplicate"
    case .inmateGone: "inmateGone"
    }
  }
}
