import BankumModel
import BankumStore

extension Reading {
  /// A request within somebody's reach. A partner reaches what it is offered, has accepted or has served.
  /// - Throws: `OfficeError.notFound`, the same for a request that there is not and for one that is out of reach.
  func request(_ id: Request.ID, for scope: Scope) throws -> Request {
    guard let request = try find(id), try isWithinReach(request, of: scope) else {
      throw OfficeError.notFound("request", id.text)
    }
    return request
  }

  /// Whether somebody reaches a request.
  func isWithinReach(_ request: Request, of scope: Scope) throws -> Bool {
    switch scope.reach {
    case .house: return true
    case .gate: return false
    case .partner(let partner, _):
      // What another partner holds now is that partner's alone.
      if let holder = request.offer?.partner { return holder == partner }
      return try list(Filter<Session>.request(request.id)).contains {
        $0.partner == partner && ($0.state.isReported || $0.state == .unreported)
      }
    }
  }
}
