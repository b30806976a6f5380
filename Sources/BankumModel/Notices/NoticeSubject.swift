/// What a notice is about.
package enum NoticeSubject: Hashable, Sendable {
  /// A meeting.
  case session(Session.ID)
  /// A request that the partner holds and that has no meeting to speak of.
  case request(Request.ID)
  /// An education event of the partner.
  case education(EducationEvent.ID)

  /// The meeting, of a notice about one.
  package var session: Session.ID? { if case .session(let id) = self { id } else { nil } }
  /// The request, of a notice about one.
  package var request: Request.ID? { if case .request(let id) = self { id } else { nil } }
  /// The event, of a notice about one.
  package var education: EducationEvent.ID? { if case .education(let id) = self { id } else { nil } }
}
