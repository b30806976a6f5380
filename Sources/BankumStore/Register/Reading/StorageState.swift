/// Whether the disk takes what is written, and what became of those who asked while it did not.
package struct StorageState: Sendable, Equatable {
  /// Whether it was full at the last attempt, and there has not been enough room since.
  package private(set) var isFull = false
  /// How often it became full.
  package private(set) var timesFull = 0
  /// Reads of personal data that were refused, because nothing could be written about them.
  package private(set) var refusedReads = 0
  /// Writes that were refused.
  package private(set) var refusedWrites = 0
  /// Reads that went on by the reserve while it was full.
  package private(set) var reservedReads = 0

  /// The room that there has to be again before it counts as not full: otherwise it would be full the next second.
  static let enough = 4 << 20

  /// A disk that was never full.
  package init() {}

  mutating func filled() {
    if !isFull { timesFull += 1 }
    isFull = true
  }

  mutating func hasRoomAgain() { isFull = false }
  mutating func refusedRead() { refusedReads += 1 }
  mutating func refusedWrite() { refusedWrites += 1 }
  mutating func answeredByReserve() { if isFull { reservedReads += 1 } }
}
