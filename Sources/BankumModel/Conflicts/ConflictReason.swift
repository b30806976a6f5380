/// Why a partner must not serve somebody. The codes are rule ids; who the other person is never leaves the registrar.
package enum ConflictReason: String, Coded {
  /// It represents somebody whose interests are against his.
  case adverseMandate
  /// It has accepted a request of such a person.
  case adverseClient
  /// It holds an offer for such a person.
  case adverseOffer
  /// It served such a person before.
  case adversePastClient
  /// It has reported a conflict itself.
  case conflictReported

  /// The reason that a tie to an adversary gives.
  init(_ tie: Tie) {
    switch tie {
    case .mandate: self = .adverseMandate
    case .accepted: self = .adverseClient
    case .offered: self = .adverseOffer
    case .past: self = .adversePastClient
    }
  }
}
