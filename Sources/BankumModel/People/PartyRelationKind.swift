/// What the registrar decided about two people of a case.
package enum PartyRelationKind: String, Coded {
  /// One defence for both: one partner may serve them.
  case joint
  /// Against each other, whatever their roles say.
  case adverse
}
