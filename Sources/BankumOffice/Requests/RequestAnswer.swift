package import BankumModel
import BankumStore
import JSON

/// Where a request stands after something was done with it.
package struct RequestAnswer: Sendable, Equatable {
  /// Which.
  package let request: Request.ID
  /// Where it stands.
  package let state: RequestState
  /// Meetings that were called off by it.
  package let cancelled: Int
}

extension RequestAnswer {
  var json: JSONValue {
    .object(["state": .string(state.code), "cancelled": .integer(Int64(cancelled))])
  }

  init(_ kept: JSONValue, of request: Request.ID) throws {
    guard case .object(let object) = kept, case .string(let code)? = object["state"],
      case .integer(let count)? = object["cancelled"]
    else { throw StoreError(.corrupted, "a kept answer that is no request's") }
    self.init(request: request, state: try RequestState(code: code), cancelled: Int(count))
  }
}
