package import BankumModel
package import BankumOffice
import BankumStore

/// An event as one reader sees it.
package struct SeenEvent: Sendable, Equatable {
  /// What to go on from behind this event. It says nothing of events that the reader was not shown.
  package let sequence: EventNumber
  /// When it happened.
  package let at: Instant
  /// What of it the reader may see.
  package let event: HouseEvent
}

/// Reads events in order and without a gap: first out of the outbox, then as they happen.
package struct EventReader {
  /// The reader's place: what to go on from.
  package private(set) var sequence: EventNumber
  private let hub: EventHub
  private let office: Office
  private var position: Int
  private var bell: AsyncStream<Void>.Iterator
  /// Everything after this number is still to come.
  private var passed: EventNumber
  /// The outbox is read up to this number before the hub is asked; nil: it has been.
  private var catchingUp: EventNumber?
  /// How many events of the write `sequence.write` the reader has seen already.
  private var skipped: Int
  private var isToCheck: Bool

  /// A reader that begins now, or behind an event that it has seen.
  package init(_ hub: EventHub, _ office: Office, since: EventNumber? = nil) {
    self.hub = hub
    self.office = office
    // Listening begins before anything is read, so that nothing falls between.
    let (position, last, bell) = hub.listen()
    self.position = position
    self.bell = bell.makeAsyncIterator()
    isToCheck = since != nil
    skipped = 0
    guard let since else {
      passed = last
      sequence = last.value == 0 ? last : .end(ofWrite: last.write)
      return
    }
    sequence = since
    catchingUp = last
    if since.position == Int(EventNumber.lastPosition) {
      passed = since
    } else {
      passed = EventNumber(since.value - Int64(since.position) - 1)
      skipped = since.position
    }
  }

  /// The next events that a view lets through, in order, at least one; none when the task is cancelled.
  /// - Parameter view: What the reader may see of an event; asked anew for each of them.
  /// - Throws: `StoreError`.
  package mutating func next(_ view: (HouseEvent) -> HouseEvent?) async throws -> [SeenEvent] {
    if isToCheck {
      isToCheck = false
      if let first = try await office.firstEvent(behind: sequence) { return [lose(until: first)] }
    }
    while !Task.isCancelled {
      let seen = try await nextNotes().compactMap { see($0, view) }
      if !seen.isEmpty { return seen }
    }
    return []
  }

  /// Events behind `sequence` are not kept any more.
  private mutating func lose(until first: EventNumber) -> SeenEvent {
    let next = EventNumber(write: first.write, position: 0)
    defer {
      sequence = next
      passed = EventNumber(first.value - 1)
      skipped = 0
    }
    return SeenEvent(sequence: next, at: office.clock.now, event: .lost(since: sequence, next: next))
  }

  /// What comes next, from the outbox or from the hub; waits for it.
  private mutating func nextNotes() async throws -> [EventNote] {
    if let through = catchingUp {
      let page = try await office.events(after: passed, limit: 256)
      let notes = page.events.filter { $0.number <= through }
      passed = max(passed, min(page.last ?? through, through))
      if passed >= through { catchingUp = nil }
      return notes.map { EventNote(number: $0.number, at: $0.madeAt, event: $0.event) }
    }
    switch hub.notes(from: position) {
    case .notes(let notes, let next):
      position = next
      if let last = notes.last(where: { $0.number != nil })?.number { passed = last }
      if notes.isEmpty { _ = await bell.next() }
      return notes
    case .tooOld(let through, let next):
      position = next
      catchingUp = through
      return []
    }
  }

  private mutating func see(_ note: EventNote, _ view: (HouseEvent) -> HouseEvent?) -> SeenEvent? {
    guard let event = view(note.event) else { return nil }
    guard let number = note.number else { return SeenEvent(sequence: sequence, at: note.at, event: event) }
    if number.write == sequence.write, skipped > 0 {
      skipped -= 1
      return nil
    }
    let isSameWrite = number.write == sequence.write
    sequence = EventNumber(write: number.write, position: (isSameWrite ? sequence.position : 0) + 1)
    return SeenEvent(sequence: sequence, at: note.at, event: event)
  }
}
