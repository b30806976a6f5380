import NIOCore

/// When things last happened on a connection: what its deadlines are counted from.
struct ConnectionTimes {
  private var lastCall = NIODeadline.now()
  private var messageBegan: NIODeadline?
  private var messagesNoted = 0
  private var unwritableSince: NIODeadline?
  /// Whether the rest of a large message is not read, because others are in memory; that time does not count.
  var isWaitingForPermit = false {
    didSet { if messageBegan != nil { messageBegan = .now() } }
  }

  /// Bytes were looked at. Whoever sends without a pause is always inside a message, but each time inside another one.
  mutating func noteInput(messagesTaken: Int, isInsideMessage: Bool) {
    let hasNewMessage = messagesNoted != messagesTaken
    messagesNoted = messagesTaken
    if hasNewMessage || !isInsideMessage { lastCall = .now() }
    if !isInsideMessage {
      messageBegan = nil
    } else if hasNewMessage || messageBegan == nil {
      messageBegan = .now()
    }
  }

  /// A call that took its time was answered.
  mutating func noteAnswer() {
    lastCall = .now()
  }

  /// The peer reads too slowly. It is not read from either, so the rest of a message of its cannot come.
  mutating func becameUnwritable() {
    unwritableSince = .now()
  }

  /// The peer has read.
  mutating func becameWritable() {
    unwritableSince = nil
    if messageBegan != nil { messageBegan = .now() }
  }

  /// Which deadline has passed, if one has.
  func overdue(at now: NIODeadline, _ limits: ServerLimits, isWorking: Bool) -> ServerEvent.Ending? {
    if let messageBegan, unwritableSince == nil, !isWaitingForPermit,
      now - messageBegan > TimeAmount(limits.messageDeadline)
    {
      return .messageDeadline
    }
    if let unwritableSince, now - unwritableSince > TimeAmount(limits.outputDeadline) { return .outputDeadline }
    if let idle = limits.idleDeadline, !isWorking, now - lastCall > TimeAmount(idle) { return .idle }
    return nil
  }
}
