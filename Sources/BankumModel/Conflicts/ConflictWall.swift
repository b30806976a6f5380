/// Which partners must not serve whom, computed from cases and from whom each partner serves.
///
/// The code of ethics binds the advocate; the house takes the strict rule that a conflict blocks the whole
/// organisation (Kode Etik Advokat 2002 Art 4). It is asked before anybody is placed, never after. People of one
/// matter, split files together, are adverse by their roles; the registrar's last decision about a pair stands
/// against the roles.
package struct ConflictWall: Sendable {
  /// Whose interests are against whose.
  package let adversePairs: Set<InmatePair>

  private let adversaries: [Inmate.ID: Set<Inmate.ID>]
  private var ties: [Inmate.ID: [Representation]]
  private let reported: Set<ReportedConflict>
  private let lifted: Set<ReportedConflict>

  /// A wall. The order of nothing matters, save that of relations about one pair on one day inside a case: the last
  /// stands.
  package init(
    cases: [CaseFile], representations: [Representation], reported: [ReportedConflict] = [],
    overrides: [ConflictOverride] = []
  ) {
    var pairs: Set<InmatePair> = []
    for files in Self.linkedGroups(of: cases) { pairs.formUnion(Self.adversePairs(in: files)) }
    adversePairs = pairs
    var adversaries: [Inmate.ID: Set<Inmate.ID>] = [:]
    for pair in pairs {
      adversaries[pair.one, default: []].insert(pair.other)
      adversaries[pair.other, default: []].insert(pair.one)
    }
    self.adversaries = adversaries
    ties = Dictionary(grouping: representations, by: \.inmate)
    self.reported = Set(reported)
    lifted = Set(overrides.filter(\.isValid).map { ReportedConflict(inmate: $0.inmate, partner: $0.partner) })
  }

  /// The same wall with one more partner bound to somebody.
  package func binding(_ representation: Representation) -> ConflictWall {
    var wall = self
    wall.ties[representation.inmate, default: []].append(representation)
    return wall
  }

  /// Everybody whose interests are against somebody's.
  package func adversaries(of inmate: Inmate.ID) -> Set<Inmate.ID> { adversaries[inmate] ?? [] }

  /// Every partner that must not serve somebody, with all reasons; partners under a valid override are left out.
  package func exclusions(for inmate: Inmate.ID) -> [Partner.ID: Set<ConflictReason>] {
    var found: [Partner.ID: Set<ConflictReason>] = [:]
    for adversary in adversaries(of: inmate) {
      for tie in ties[adversary] ?? [] { found[tie.partner, default: []].insert(ConflictReason(tie.tie)) }
    }
    for conflict in reported where conflict.inmate == inmate {
      found[conflict.partner, default: []].insert(.conflictReported)
    }
    return found.filter { !lifted.contains(ReportedConflict(inmate: inmate, partner: $0.key)) }
  }

  /// Whether the partner may serve somebody.
  package func allows(_ partner: Partner.ID, for inmate: Inmate.ID) -> Bool { exclusions(for: inmate)[partner] == nil }

  /// What already stands against the wall: mandates and accepted requests of one partner on two sides. Past clients
  /// and offers are no breach. In the order of the ids' text, so that lists are stable.
  package func breaches() -> [WallBreach] {
    func serving(_ inmate: Inmate.ID) -> Set<Partner.ID> {
      Set((ties[inmate] ?? []).filter { $0.tie == .mandate || $0.tie == .accepted }.map(\.partner))
    }
    var found: [WallBreach] = []
    for pair in adversePairs {
      for partner in serving(pair.one).intersection(serving(pair.other)) {
        found.append(WallBreach(partner: partner, pair: pair))
      }
    }
    return found.sorted {
      ($0.partner.text, $0.pair.one.text, $0.pair.other.text) < ($1.partner.text, $1.pair.one.text, $1.pair.other.text)
    }
  }
}
