/// Something in the register with an id of its own and invariants that can be listed.
///
/// Fields are plain so that they can be edited one by one; the register takes only what has no problems.
package protocol Entity: Identifiable, Equatable, Sendable, IdentifierKind where ID == Identifier<Self> {
  /// Everything that breaks an invariant of this value alone; empty means sound. Whether ids point to something is
  /// the register's to know.
  var problems: [Problem] { get }
}
