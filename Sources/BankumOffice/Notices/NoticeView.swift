package import BankumModel
import BankumStore

/// One thing that a partner is told, with what it is about as that is now.
package struct NoticeView: Sendable, Equatable {
  /// What a notice is about, with what its ids mean.
  package enum About: Sendable, Equatable {
    /// A meeting.
    case meeting(SessionView)
    /// A request that the partner held, and whose it is.
    case request(Request, Inmate)
    /// An education event, and its hall.
    case education(EducationEvent, Room)
  }

  /// What is told.
  package let notice: Notice
  /// What it is about.
  package let about: About
  /// Who is told.
  package let partner: Partner
  /// Whether it is on the registrar's telephone list: nobody has acknowledged it, and the meeting or event, or what
  /// would have been it, is at most one working day away.
  package let isForTelephone: Bool
}
