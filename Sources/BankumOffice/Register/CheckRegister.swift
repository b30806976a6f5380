package import BankumStore

extension Office {
  /// Reads the whole register: how far it was, and what in it is damaged, by kind and id. Names nobody, so the audit log
  /// has nothing to say about it.
  /// - Throws: `StoreError`.
  package func checkRegister() async throws -> (sequence: Int64, damage: [Damage]) {
    try await register.readUnaudited { (try $0.sequence(), try $0.check()) }
  }
}
