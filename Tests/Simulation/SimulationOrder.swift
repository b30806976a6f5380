/// What a simulation is asked for.
struct SimulationOrder {
  /// Weeks to live through.
  var weeks = 26
  /// Where its dice start.
  var seed: UInt64 = 1
  /// Epochs of the search in each run.
  var effort = 4
  /// New requests a week.
  var arrivals = 60
  /// Whether a run is made on every working day, or on the first of each week only.
  var runsDaily = true
  /// Working days that a run plans; nil: as the rule says.
  var days: Int?
  /// Whether a line is printed for each week.
  var printsWeeks = true
}
