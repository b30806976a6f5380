import BankumModel

/// What a simulation is asked for.
struct SimulationOrder {
  /// Weeks to live through.
  var weeks = 26
  /// Where its dice start.
  var seed: UInt64 = 1
  /// Epochs of the search in each run.
  var effort = 4
  /// Who plans.
  var policy = Policy.bankum
  /// The day on which it begins; filled in from the facts.
  var firstDay = CivilDate.earliest
  /// New requests a week in all.
  var arrivals = 60
  /// Whether a run is made on every working day, or on the first of each week only.
  var runsDaily = true
  /// Working days that a run plans; nil: as the rule says.
  var days: Int?
  /// Working days from today whose new meetings are published; later ones stay a draft that the next run makes anew.
  /// nil: all.
  var firmDays: Int?
  /// Rules that hold instead of those of the policy, by key: to see what another value is worth.
  var rules: [String: Int] = [:]
  /// Whether a line is printed for each week.
  var printsWeeks = true
}
