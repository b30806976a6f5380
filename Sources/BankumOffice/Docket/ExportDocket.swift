import BankumModel
import BankumStore

/// A docket for a calendar: also what was called off, so that calendars take it out.
package struct DocketCopy: Sendable, Equatable {
  /// One meeting of it.
  package struct Entry: Sendable, Equatable {
    /// The meeting.
    package let line: DocketLine
    /// How often it has changed since it was published.
    package let changes: Int
  }

  /// The docket.
  package let page: DocketPage
  /// Its meetings and those that were called off, by time.
  package let entries: [Entry]
}

extension Office {
  /// What the audit log says of a copy with names: such copies leave the house.
  package static func methodWithNames(_ method: String) -> String { method + " with names" }

  /// The docket as a copy to take away: of one moment of the register, with one entry in the audit log.
  /// - Parameter showsNames: whether names leave the house with it: the audit log says so.
  /// - Throws: `OfficeError`, `StoreError`: as for the docket.
  package func docketCopy(
    _ question: DocketQuestion, _ scope: Scope, method: String, showsNames: Bool
  ) async throws -> DocketCopy {
    let method = showsNames ? Self.methodWithNames(method) : method
    let today = clock.today
    return try await register.read(as: scope.call(method)) { [docketCache, register] reading in
      let model = try docketCache.renewed(reading, register, today: today)
      let page = try Self.page(question, scope, model) ?? Self.page(question, scope, model, reading)
      let selection = try DocketSelection(question, scope, model.house, today: today)
      var resolver = DocketResolver(reading, model.house, today: today)
      let entries = try reading.list(selection.filter).compactMap { session -> DocketCopy.Entry? in
        guard let line = try resolver.lineOfAny(session), selection.includes(line) else { return nil }
        return DocketCopy.Entry(
          line: scope.reach == .gate ? line.withoutLegalDetails : line, changes: try reading.changeCount(of: session.id)
        )
      }
      reading.touch(page.lines.map(\.inmate.id) + entries.map(\.line.inmate.id))
      return DocketCopy(page: page, entries: entries)
    }
  }
}
