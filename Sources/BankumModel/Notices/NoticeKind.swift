/// What a partner is told about a meeting.
package enum NoticeKind: String, Coded {
  /// It is new.
  case new
  /// It has another time, room or advocate.
  case moved
  /// It is called off, or has ended.
  case cancelled
}
