/// A day of the week, Monday first as in ISO 8601.
package enum Weekday: String, Coded {
  case monday = "mon"
  case tuesday = "tue"
  case wednesday = "wed"
  case thursday = "thu"
  case friday = "fri"
  case saturday = "sat"
  case sunday = "sun"

  /// 1 for Monday to 7 for Sunday.
  package var isoNumber: Int {
    switch self {
    case .monday: 1
    case .tuesday: 2
    case .wednesday: 3
    case .thursday: 4
    case .friday: 5
    case .saturday: 6
    case .sunday: 7
    }
  }

  /// Whether it is Saturday or Sunday: never a working day of the national calendar.
  package var isWeekend: Bool { self == .saturday || self == .sunday }
}
