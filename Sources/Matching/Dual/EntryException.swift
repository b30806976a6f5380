/// One (advocate, half-day) of a request that its class does not describe.
struct EntryException: BitwiseCopyable {
  /// With whom.
  let advocate: Int32
  /// When.
  let halfDay: Int32
  /// Wishes of the entry beyond weight and `PriceTables.column`.
  let value: Float
}
