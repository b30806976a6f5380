package import BankumModel
import Matching

/// Dates and minutes as slot numbers: whole days from Monday of the first week on, cut into equal slots.
package struct TimeGrid: Hashable, Sendable {
  /// Monday of the first week.
  package let monday: CivilDate
  /// Days in all.
  package let days: Int
  /// Minutes of a slot.
  package let slotMinutes: Int

  /// Slots in a day; minutes that are left before midnight belong to none.
  package var slotsPerDay: Int { 1440 / slotMinutes }

  /// Slots in all.
  package var slotCount: Int { days * slotsPerDay }

  init(_ period: PlanningPeriod, slotMinutes: Int) {
    monday = period.monday
    days = period.gridDays
    self.slotMinutes = slotMinutes
  }

  /// The day of a slot.
  package func date(of slot: Int) -> CivilDate { monday.adding(days: slot / slotsPerDay) }

  /// The minute at which a slot begins.
  package func minute(of slot: Int) -> MinuteOfDay {
    MinuteOfDay(minutes: slot % slotsPerDay * slotMinutes) ?? .startOfDay
  }

  /// The slot that begins at the minute, or nil if none does.
  package func slot(_ date: CivilDate, _ minute: MinuteOfDay) -> Int? {
    guard contains(date), minute.minutes % slotMinutes == 0, minute.minutes / slotMinutes < slotsPerDay else {
      return nil
    }
    return firstSlot(date) + minute.minutes / slotMinutes
  }

  /// Whether the day is one of the grid's.
  func contains(_ date: CivilDate) -> Bool { (0..<days).contains(monday.days(until: date)) }

  /// The first slot of a day; of a day before the grid 0, of one after it the end.
  func firstSlot(_ date: CivilDate) -> Int { min(max(monday.days(until: date), 0), days) * slotsPerDay }

  /// All slots of a day.
  func slots(of date: CivilDate) -> SlotRange {
    SlotRange(firstSlot(date), firstSlot(date.adding(days: 1)))
  }

  /// The slots of the day that lie wholly in the hours.
  func inside(_ date: CivilDate, _ hours: MinuteRange) -> SlotRange? {
    let first = (hours.start.minutes + slotMinutes - 1) / slotMinutes
    let end = min(hours.end.minutes / slotMinutes, slotsPerDay)
    return contains(date) && first < end ? SlotRange(firstSlot(date) + first, firstSlot(date) + end) : nil
  }

  /// The slots of the day that share a minute with the hours.
  func touching(_ date: CivilDate, _ hours: MinuteRange) -> SlotRange? {
    let first = hours.start.minutes / slotMinutes
    let end = min((hours.end.minutes + slotMinutes - 1) / slotMinutes, slotsPerDay)
    return contains(date) && first < end ? SlotRange(firstSlot(date) + first, firstSlot(date) + end) : nil
  }

  /// The slots that so many minutes take.
  func slots(minutes: Int) -> Int { (minutes + slotMinutes - 1) / slotMinutes }

  /// The first slot that begins at or after the time.
  func firstSlot(from time: CivilTime) -> Int {
    guard time.date >= monday else { return 0 }
    let inDay = min((time.minute.minutes + slotMinutes - 1) / slotMinutes, slotsPerDay)
    return min(firstSlot(time.date) + inDay, slotCount)
  }
}
