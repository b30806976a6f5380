/// The record of one assignment run: enough to say what was computed from what, and to compute it again.
package struct Run: Entity {
  /// Ids are `rn-...`.
  package static let idPrefix = "rn"

  /// The id.
  package let id: Identifier<Run>
  /// When it began.
  package var startedAt: Instant
  /// How long it took, from the monotonic clock.
  package var milliseconds: Int
  /// The register's sequence number of its snapshot.
  package var baseSequence: Int64
  /// How it ended.
  package var status: RunStatus
  /// SHA-256 of its input: the problem, the rules, the parameters; 32 bytes.
  package var inputDigest: [UInt8]
  /// What it was asked: from, days, what-if and so on; a JSON object as text.
  package var parametersText: String
  /// The engine's version.
  package var engineVersion: Int
  /// Iterations that were done; a replay does exactly these.
  package var effort: Int
  /// The seed.
  package var seed: UInt64
  /// The value of the plan.
  package var objective: Int
  /// No plan is worth more; nil if no bound was proved.
  package var bound: Int?
  /// Requests placed.
  package var placed: Int
  /// Requests that wait.
  package var waiting: Int
  /// Published meetings that the plan moves or calls off.
  package var changes: Int
  /// The user who asked for it.
  package var startedBy: UInt32

  /// Makes one from its fields.
  package init(
    id: ID, startedAt: Instant, milliseconds: Int, baseSequence: Int64, status: RunStatus, inputDigest: [UInt8],
    parametersText: String, engineVersion: Int, effort: Int, seed: UInt64, objective: Int, bound: Int?, placed: Int,
    waiting: Int, changes: Int, startedBy: UInt32
  ) {
    self.id = id
    self.startedAt = startedAt
    self.milliseconds = milliseconds
    self.baseSequence = baseSequence
    self.status = status
    self.inputDigest = inputDigest
    self.parametersText = parametersText
    self.engineVersion = engineVersion
    self.effort = effort
    self.seed = seed
    self.objective = objective
    self.bound = bound
    self.placed = placed
    self.waiting = waiting
    self.changes = changes
    self.startedBy = startedBy
  }

  /// A digest of another length, a proved optimum that is not at its bound.
  package var problems: [Problem] {
    var found: [Problem] = []
    if inputDigest.count != 32 {
      found.append(Problem(place: "inputDigest", value: "\(inputDigest.count) bytes", expected: "32 bytes"))
    }
    if status == .optimal, bound != objective {
      found.append(Problem(place: "bound", value: bound.map { "\($0)" } ?? "", expected: "\(objective)"))
    }
    if let bound, bound < objective {
      found.append(Problem(place: "bound", value: "\(bound)", expected: "at least \(objective)"))
    }
    return found
  }
}
