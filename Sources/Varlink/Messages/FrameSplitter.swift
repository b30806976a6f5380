/// Cuts a stream of bytes into messages at each NUL, however the bytes arrive.
///
/// Each byte is looked at once. A message that grows over the limit is refused before it ends, so that memory
/// stays bounded.
public struct FrameSplitter: Sendable {
  /// The most bytes of one message, its NUL not counted.
  public let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var scanned = 0

  /// Makes a splitter.
  public init(limit: Int) {
    self.limit = limit
  }

  /// The bytes of a message that has begun and not ended.
  public var pendingBytes: Int { buffer.count - start }

  /// Takes bytes in.
  public mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { append($0) }
  }

  /// Takes bytes in.
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 16)
      start = 0
      scanned = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next whole message, without its NUL; nil when there is none yet.
  /// - Throws: `VarlinkProtocolFault.tooLong`.
  public mutating func next() throws(VarlinkProtocolFault) -> ArraySlice<UInt8>? {
    guard let end = buffer[scanned...].firstIndex(of: 0) else {
      scanned = buffer.count
      guard pendingBytes <= limit else { throw .tooLong(limit: limit) }
      compact()
      return nil
    }
    let message = buffer[start..<end]
    guard message.count <= limit else { throw .tooLong(limit: limit) }
    start = end + 1
    scanned = start
    return message
  }

  /// Gives back the memory of the messages that were taken, if nothing has come behind them.
  public mutating func giveBack() {
    guard start == buffer.count else { return }
    (buffer, start, scanned) = ([], 0, 0)
  }

  /// Gives back what is in front of an unfinished message once it is the larger part.
  private mutating func compact() {
    guard start > 1 << 16, start > buffer.count / 2 else { return }
    buffer.removeFirst(start)
    scanned -= start
    start = 0
  }
}
