/// The name of a rule: dotted, from the general to the particular, `detention.old.A.III.first`.
///
/// Which keys there are, and what their values mean, says `RuleCatalogue`; this type only carries the name.
package struct RuleKey: Hashable, Sendable, CustomStringConvertible {
  /// The name as `rule set` takes it.
  package let code: String

  /// A key by its name; it need not be in the catalogue.
  package init(_ code: String) {
    self.code = code
  }

  /// The name as `code`.
  package var description: String { code }
}
