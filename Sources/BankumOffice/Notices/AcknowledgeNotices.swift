package import BankumModel
package import BankumStore

extension Office {
  /// Writes down that a partner has read notices; those that were read before stay as they are.
  ///
  /// The registrar may too: after a telephone call.
  /// - Throws: `OfficeError.notFound` at the first that is out of reach; `StoreError`.
  @discardableResult
  package func acknowledgeNotices(_ ids: [Notice.ID], _ order: WriteOrder<Done>) async throws -> Done {
    guard !ids.isEmpty else { throw OfficeError.invalid("notices", nil, .given) }
    return try await write(order) { transaction in
      for id in ids {
        guard var notice = try transaction.find(id), order.scope.partner ?? notice.partner == notice.partner else {
          throw OfficeError.notFound("notice", id.text)
        }
        guard notice.acknowledgedAt == nil else { continue }
        notice.acknowledgedAt = transaction.now
        notice.acknowledgedBy = order.scope.uid
        try transaction.put(notice)
      }
      transaction.audit(targets: ids.map(\.text))
      return Done()
    }
  }
}
