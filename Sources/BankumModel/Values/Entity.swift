/// Something in the register with an id of its own and invariants that can be listed.
///
/// Fields are plain so that they can be edited one by one; the register takes only what `checked()` lets pass.
package protocol Entity: Identifiable, Equatable, Sendable, IdentifierKind where ID == Identifier<Self> {
  /// Everything that breaks an invariant of this value alone; empty means sound. Whether ids point to something is
  /// the register's to know.
  var problems: [Problem] { get }
}

extension Entity {
  /// The value itself if it is sound; throws `invariant` with every problem otherwise.
  @discardableResult
  package func checked() throws(ModelError) -> Self {
    let found = problems
    guard found.isEmpty else { throw ModelError(.invariant, problems: found) }
    return self
  }
}
