package import BankumModel
import BankumPlanning
import JSON

/// What somebody asks a run for.
package struct RunOrder: Sendable, Equatable {
  /// Whether nothing is to be written.
  package var isDryRun = false
  /// Whether the draft is to be published at once.
  package var publishes = false
  /// The first day; nil: today.
  package var from: CivilDate?
  /// Working days; nil: as the rule says.
  package var days: Int?
  /// The time limit; nil: none.
  package var seconds: Int?
  /// Epochs of the search; nil: as long as the time allows, or the usual.
  package var effort: Int?
  /// Where the search's random numbers start.
  package var seed: UInt64 = 1
  /// Changes that are assumed; the plan is then never committed.
  package var whatIf: [String] = []

  /// The epochs of a run that is asked for neither time nor effort.
  package static let usualEffort = 12

  /// An order of the usual kind.
  package init() {}

  /// What the record of the run keeps.
  var json: JSONValue {
    .object([
      "from": from.map { .string($0.text) } ?? .null, "days": days.map { .integer(Int64($0)) } ?? .null,
      "seconds": seconds.map { .integer(Int64($0)) } ?? .null,
      "whatIf": .array(whatIf.map { .string($0) }),
    ])
  }
}
