import BankumModel
import BankumOffice
import BankumWords

extension RequestsRefusal {
  /// The reason in words, with what to do.
  var message: Message {
    switch self {
    case .duplicate(let request): .refusedRequestsDuplicate(request: request.text)
    case .inmateGone: .refusedRequestsInmateGone
    case .state(let refusal): Self.message(refusal)
    }
  }

  private static func message(_ refusal: RequestRefusal) -> Message {
    switch refusal {
    case .requestClosed: .refusedRequestsRequestClosed
    case .requestOpen: .refusedRequestsRequestOpen
    case .requestNotOffered: .refusedRequestsRequestNotOffered
    case .requestAlreadyOffered: .refusedRequestsRequestAlreadyOffered
    case .requestAlreadyAccepted: .refusedRequestsRequestAlreadyAccepted
    case .requestNotAccepted: .refusedRequestsRequestNotAccepted
    case .requestNotScheduled: .refusedRequestsRequestNotScheduled
    case .requestAlreadyScheduled: .refusedRequestsRequestAlreadyScheduled
    case .requestNotIncomplete: .refusedRequestsRequestNotIncomplete
    case .requestIncomplete: .refusedRequestsRequestIncomplete
    case .requestHasPartners: .refusedRequestsRequestHasPartners
    case .actorNotAllowed: .refusedRequestsActorNotAllowed
    }
  }
}
