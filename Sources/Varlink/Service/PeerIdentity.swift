/// Who is at the other end of a connection, by the word of the kernel; taken once, when it was opened.
public struct PeerIdentity: Sendable, Hashable {
  /// The effective user of the process that connected.
  public let uid: UInt32
  /// Its effective group.
  public let gid: UInt32
  /// Its process id then: a hint for logs, never a ground for a right (ids are used again).
  public let pid: Int32

  /// What the kernel shows for a user that has no number in our user namespace: nobody in particular, so
  /// everybody at once. A caller with it is refused.
  public static let overflowUid: UInt32 = 65534

  /// Makes an identity.
  public init(uid: UInt32, gid: UInt32, pid: Int32) {
    self.uid = uid
    self.gid = gid
    self.pid = pid
  }
}
