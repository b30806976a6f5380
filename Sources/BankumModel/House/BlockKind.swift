/// What a block is for.
package enum BlockKind: String, Coded {
  /// Ordinary cells.
  case ordinary
  /// *Mapenaling*: new arrivals; fetching takes longer.
  case orientation
  /// *Straf sel*: isolation.
  case isolation
  /// The clinic.
  case clinic
  /// Those who work.
  case workshop
}
