import BankumModel

/// How somebody leaves the house for good.
package enum Departure: String, Coded {
  /// To another facility, *mutasi*.
  case transferred
  /// Free, *bebas*.
  case released
  /// By death.
  case deceased

  /// What the register says of him afterwards.
  var presence: Presence {
    switch self {
    case .transferred: .transferred
    case .released: .released
    case .deceased: .deceased
    }
  }

  /// What happens to his open requests.
  var requestEvent: RequestEvent {
    switch self {
    case .transferred: .transfer
    case .released: .release
    case .deceased: .die
    }
  }

  /// Why they end.
  var closing: ClosingReason {
    switch self {
    case .transferred: .transferred
    case .released: .released
    case .deceased: .deceased
    }
  }
}
