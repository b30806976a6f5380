/// Why a sign of life was not given in time.
package enum WatchdogMiss: Sendable, Equatable {
  /// The probe has not come back for a whole interval. It is still waited for; unless it comes back, the manager ends
  /// the process.
  case late(after: Duration)
  /// The probe came back and said that the work does not go on, with its reason.
  case failed(reason: String)
}
