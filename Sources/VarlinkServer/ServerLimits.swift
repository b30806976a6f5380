/// How much one caller, and all of them, may ask of a server.
public struct ServerLimits: Sendable, Equatable {
  /// Open connections in all.
  public var connections: Int
  /// Open connections of one user; well below `connections`, so that one user cannot shut the others out.
  public var connectionsPerUser: Int
  /// The most bytes of one call.
  public var messageBytes: Int
  /// How many messages are in memory at a time that are larger than `messageBytes`, as some peers' may be.
  public var largeMessages: Int
  /// The deepest nesting of one call.
  public var messageDepth: Int
  /// Bytes of output that wait for a slow reader before its next call or reply is held back.
  public var outputBytes: Int
  /// The same for a subscription, whose replies nobody asked for one by one: far less, because all of its readers may
  /// stop to read at the same time.
  public var subscriptionBytes: Int
  /// How long a call may take to arrive, from its first byte to its last.
  public var messageDeadline: Duration
  /// How long a reader may leave all of its output unread.
  public var outputDeadline: Duration
  /// How long a connection may be open without a call; nil for ever.
  public var idleDeadline: Duration?
  /// How long calls in flight may go on once the server is told to stop.
  public var stopGrace: Duration

  /// Makes limits; as they stand they suit a control socket.
  public init(
    connections: Int = 2_048, connectionsPerUser: Int = 256, messageBytes: Int = 1 << 20, largeMessages: Int = 2,
    messageDepth: Int = 32, outputBytes: Int = 1 << 20, subscriptionBytes: Int = 1 << 16,
    messageDeadline: Duration = .seconds(10),
    outputDeadline: Duration = .seconds(30),
    idleDeadline: Duration? = .seconds(300), stopGrace: Duration = .milliseconds(600)
  ) {
    self.connections = connections
    self.connectionsPerUser = connectionsPerUser
    self.messageBytes = messageBytes
    self.largeMessages = largeMessages
    self.messageDepth = messageDepth
    self.outputBytes = outputBytes
    self.subscriptionBytes = subscriptionBytes
    self.messageDeadline = messageDeadline
    self.outputDeadline = outputDeadline
    self.idleDeadline = idleDeadline
    self.stopGrace = stopGrace
  }
}
