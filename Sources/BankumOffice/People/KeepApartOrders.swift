package import BankumModel
import BankumStore

/// An order to keep two people apart, with who they are.
package struct KeepApartEntry: Sendable {
  /// The order.
  package let order: KeepApart
  /// The one.
  package let one: Inmate
  /// The other.
  package let other: Inmate
}

extension Office {
  /// The orders in force today, or all about one person. For the registrar alone.
  /// - Throws: `OfficeError`: `notFound`, `invalid`; `StoreError`.
  package func listKeepApart(of text: String?, _ scope: Scope, method: String) async throws -> [KeepApartEntry] {
    let today = clock.today
    return try await register.read(as: scope.call(method)) { reading in
      let orders: [KeepApart]
      if let text {
        orders = try reading.list(Filter<KeepApart>.of(try reading.inmate(resolving: text, in: scope).id))
      } else {
        orders = try reading.all(KeepApart.self).filter { ($0.days.last ?? .latest) >= today }
      }
      let entries = try orders.map { order in
        KeepApartEntry(
          order: order, one: try reading.get(order.pair.one), other: try reading.get(order.pair.other))
      }
      reading.touch(entries.flatMap { [$0.one.id, $0.other.id] })
      return entries.sorted {
        ($0.order.days.first, $0.order.id.text) < ($1.order.days.first, $1.order.id.text)
      }
    }
  }

  /// Orders that two people are never in the visiting area together.
  /// - Throws: `OfficeError`: `notFound`, `refused` if such an order is in force; `invalid`; `StoreError`.
  package func addKeepApart(
    _ one: String, _ other: String, _ days: OpenDateRange, _ reason: KeepApartReason,
    _ order: WriteOrder<RegisterOutcome>
  ) async throws -> RegisterOutcome {
    try await write(order) { transaction in
      let first = try transaction.inmate(resolving: one, "one", in: order.scope)
      let second = try transaction.inmate(resolving: other, "other", in: order.scope)
      guard let pair = InmatePair(first.id, second.id) else {
        throw OfficeError.invalid("other", other, .described("somebody else"))
      }
      let known = try transaction.list(Filter<KeepApart>.of(first.id)).first {
        $0.pair == pair && $0.days.overlaps(days)
      }
      if let known { throw OfficeError.refused(.people(.keptApart(known.id))) }
      let made = KeepApart(id: newID(), pair: pair, days: days, reason: reason)
      try transaction.put(made)
      transaction.audit(targets: [made.id.text, first.id.text, second.id.text])
      return RegisterOutcome(made.id)
    }
  }

  /// Ends an order with yesterday; one that had not begun before today is gone.
  /// - Throws: `OfficeError.notFound`; `StoreError`.
  package func removeKeepApart(_ id: KeepApart.ID, _ order: WriteOrder<RegisterOutcome>) async throws -> RegisterOutcome
  {
    let yesterday = clock.today.adding(days: -1)
    return try await write(order) { transaction in
      var found = try transaction.thing(id, "keepApart")
      if found.days.first > yesterday {
        try transaction.remove(id)
      } else {
        found.days.last = min(found.days.last ?? yesterday, yesterday)
        try transaction.put(found)
      }
      transaction.audit(targets: [id.text, found.pair.one.text, found.pair.other.text])
      return RegisterOutcome(id)
    }
  }
}
