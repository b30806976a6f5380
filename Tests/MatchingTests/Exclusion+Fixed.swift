@testable import Matching

extension Exclusion {
  /// Whether it would hold if nobody else were served.
  var isFixed: Bool {
    switch self {
    case .skill, .language, .gender, .excluded, .pin, .unavailable, .window, .busy, .roomsClosed: true
    case .occupied, .dailyCap, .weeklyCap, .quota, .roomsFull, .escort, .adverse, .apart, .inmate: false
    }
  }
}
