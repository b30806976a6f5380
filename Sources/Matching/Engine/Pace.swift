/// How long epochs take, as far as a time limit has to know.
struct Pace {
  private var mean = 0
  private var latest = 0

  /// Takes one more epoch's microseconds.
  mutating func add(_ microseconds: Int) {
    latest = max(1, microseconds)
    mean = mean == 0 ? latest : (mean + latest) / 2
  }

  /// How many epochs fit in the microseconds that are left: nineteen twentieths of what the slower of the last epoch
  /// and the mean of late promises, at least one.
  func epochs(in left: Int) -> Int { max(1, max(0, left) * 19 / 20 / max(1, max(mean, latest))) }

  /// Whether a count of epochs differs enough from another for a new plan: by more than one in ten, and by one.
  static func isOther(_ count: Int, _ old: Int) -> Bool { abs(count - old) * 10 > old && count != old }
}
