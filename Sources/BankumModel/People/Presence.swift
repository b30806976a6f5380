/// Whether somebody is in the house.
package enum Presence: String, Coded {
  /// Here, or out for a day.
  case present
  /// Not in the last full import; the registrar has to say why. Planned on until then.
  case missing
  /// Moved to another facility, *mutasi*.
  case transferred
  /// Free, *bebas*.
  case released
  /// Died.
  case deceased

  /// Whether meetings can be planned: a person who is only missing from a list is not given up.
  package var isPlannable: Bool { self == .present || self == .missing }
}
