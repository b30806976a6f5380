/// What a room is for.
package enum RoomKind: String, Coded {
  /// Meetings of one inmate with counsel.
  case consultation
  /// Education and other events for many.
  case hall
}
