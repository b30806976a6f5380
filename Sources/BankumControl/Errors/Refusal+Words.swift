import BankumModel
import BankumOffice
import BankumWords

extension Refusal {
  /// The reason in words.
  var message: Message {
    switch self {
    case .roles(let refusal): refusal.message
    }
  }
}

extension RoleRefusal {
  var message: Message {
    switch self {
    case .otherPartner(let partner): .refusedRolesOtherPartner(partner: partner.text)
    case .otherAdvocate(let advocate): .refusedRolesOtherAdvocate(advocate: advocate.text)
    case .givenAtStart: .refusedRolesGivenAtStart
    }
  }
}

extension Obstacle {
  /// What is in the way, in words.
  var message: Message {
    switch self {
    case .register: .busyRegister
    }
  }
}
