import BankumModel
import Testing

@testable import BankumStore

@Suite("The fields of what imports write")
struct FieldListedTests {
  private func check<Value: FieldListed>(_ values: [Value]) throws {
    for (index, value) in values.enumerated() {
      let parts = value.parts
      #expect(parts.count == Value.fieldNames.count, "\(Value.table.name)")
      #expect(Set(Value.fieldNames).count == Value.fieldNames.count, "\(Value.table.name)")
      guard let rowKey = value.rowKey else { continue }
      #expect(try value.with(parts, rowKey: rowKey) == value)
      // Every field of another one, and back again by what the comparison found.
      let other = values[(index + 1) % values.count].parts
      let changed = zip(parts, other).map { $1 }
      #expect(Value.changes(parts, changed).count == zip(parts, other).count { $0 != $1 })
      var back = changed
      for change in Value.changes(parts, changed) {
        let place = try #require(Value.fieldNames.firstIndex(of: change.name))
        #expect(back[place] == change.after)
        back[place] = change.before
      }
      #expect(back == parts)
    }
  }

  @Test("each have a name, and put together they are the value again", arguments: [1, 2, 3] as [UInt64])
  func names(seed: UInt64) throws {
    let all = Everything(seed: seed)
    try check(all.blocks)
    try check(all.partners)
    try check(all.advocates)
    try check(all.availability)
    try check(all.rooms)
    try check(all.programmes)
    try check(all.inmates)
    try check(all.cases)
    try check(all.keepApart)
    try check(all.mandates)
    try check(all.hearings)
    try check(all.terms)
    try check(all.requests)
    try check(all.sessions)
    try check(all.reviews)
    try check(all.holidays)
    try check(all.weekdayHours)
    try check(all.decisions)
    try check([HolidayYear(2026)])
  }

}
