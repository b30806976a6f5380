package import BankumOffice

extension WriteOrder {
  /// An order of a test that is answered by nobody: its reply says what came out, for people to read.
  package init(_ scope: Scope, method: String, key: String? = nil) {
    self.init(scope, method: method, key: key) { Array("\($0)".utf8) }
  }
}
