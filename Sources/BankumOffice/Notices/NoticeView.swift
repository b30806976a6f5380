import BankumModel
package import BankumStore

/// One thing that a partner is told, with the meeting as it is now.
package struct NoticeView: Sendable, Equatable {
  /// What is told.
  package let notice: Notice
  /// The meeting.
  package let view: SessionView
  /// Whether it is on the registrar's telephone list: nobody has acknowledged it, and the meeting, or what would have
  /// been it, is at most one working day away.
  package let isForTelephone: Bool
}
