/// The number of an event: which write it came with, and the how manieth of that write.
///
/// Writes are numbered by their time in milliseconds, at least one more than the write before: so the number says no
/// more than the time does, and above all not how many events a reader was not shown. For the same reason a reader's
/// events of one write are numbered 1, 2, ... as he sees them.
package struct EventNumber: Hashable, Comparable, Sendable {
  /// The highest position within a write; events behind it share it.
  package static let lastPosition: Int64 = 1_023

  /// The number on the wire and in the register: 53 bits until the year 2248, exact in every JSON reader.
  package let value: Int64

  /// The number with this value.
  package init(_ value: Int64) {
    self.value = max(0, value)
  }

  /// The number of the event at a position of a write.
  package init(write: Int64, position: Int) {
    value = write * (Self.lastPosition + 1) + min(Int64(position), Self.lastPosition)
  }

  /// The write.
  package var write: Int64 { value / (Self.lastPosition + 1) }

  /// The position within the write, from 1; 0 before its first event.
  package var position: Int { Int(value % (Self.lastPosition + 1)) }

  /// The last number that an event of the write can have: whoever goes on from it has seen all of the write.
  package static func end(ofWrite write: Int64) -> EventNumber {
    EventNumber(write: write, position: Int(lastPosition))
  }

  /// The earlier one comes first.
  package static func < (left: EventNumber, right: EventNumber) -> Bool { left.value < right.value }
}
