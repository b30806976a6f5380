import BankumModel

/// Lives of several policies side by side, and what was set out to be reached.
struct Comparison {
  /// The lives, by load, then seed, then policy.
  let lives: [Life]

  let loads: [Int]
  let seeds: [Int]
  let policies: [Policy]

  /// Throws for lives of one seed and load that were not thrown with the same dice, or have different bounds.
  init(_ lives: [Life]) throws {
    self.lives = lives
    loads = Set(lives.map(\.load)).sorted()
    seeds = Set(lives.map(\.seed)).sorted()
    policies = Policy.allCases.filter { policy in lives.contains { $0.policy == policy.rawValue } }
    for (_, same) in Dictionary(grouping: lives, by: { [$0.load, $0.seed, $0.weeks] }) {
      guard Set(same.map(\.world)).count == 1 else { throw Broken("seed \(same[0].seed): not the same dice") }
      for kind in Chronicle.ClockKind.allCases {
        guard Set(same.map { [$0.clocks[kind]?.asked ?? 0, $0.clocks[kind]?.most ?? 0] }).count == 1 else {
          throw Broken("seed \(same[0].seed): not the same people whose \(kind.rawValue) came")
        }
        for life in same {
          guard let clock = life.clocks[kind], clock.met <= clock.most, clock.most <= clock.asked else {
            throw Broken("seed \(life.seed), \(life.policy): more met than the bound allows")
          }
        }
      }
    }
  }

  func lives(_ policy: Policy, _ load: Int) -> [Life] {
    lives.filter { $0.policy == policy.rawValue && $0.load == load }
  }

  /// All seeds of a policy and load together.
  func clock(_ kind: Chronicle.ClockKind, _ policy: Policy, _ load: Int) -> Life.Clock {
    lives(policy, load).reduce(into: Life.Clock()) { sum, life in
      sum.asked += life.clocks[kind]?.asked ?? 0
      sum.met += life.clocks[kind]?.met ?? 0
      sum.most += life.clocks[kind]?.most ?? 0
    }
  }

  /// The table.
  var lines: [String] {
    var lines: [String] = []
    for load in loads {
      let some = policies.flatMap { lives($0, load) }
      guard let one = some.first else { continue }
      lines.append(
        "\(load) requests a week, \(one.weeks) weeks, \(seeds.count == 1 ? "seed" : "seeds") "
          + seeds.map(String.init).joined(separator: " ") + ", effort \(one.effort)")
      lines.append(row("", policies.map(\.rawValue) + ["bound"]))
      for kind in Chronicle.ClockKind.allCases {
        let clocks = policies.map { clock(kind, $0, load) }
        let share = clocks.map { permille($0.met, $0.asked) }
        lines.append(
          row(
            "met counsel before \(Self.name(kind)), of \(clocks[0].asked)",
            share + [permille(clocks[0].most, clocks[0].asked)]))
        lines.append(row("  of the bound, worst seed", policies.map { worstShare(kind, $0, load) }))
      }
      let least = average(lives(policies[0], load)) { $0.overstayLeast }
      lines.append(row("days of overstay until counsel", each(load) { $0.overstayDays } + [least]))
      lines += waits("from filing: ", load, \.fromFiling) + waits("from urgent: ", load, \.fromUrgent)
      lines.append(row("left without having met counsel", each(load) { $0.leftUnmet }))
      lines.append(row("accepted meetings changed by runs, a week", weekly(load) { $0.acceptedChanged }))
      lines.append(row("  of these called off", weekly(load) { $0.acceptedCalledOff }))
      lines.append(row("  of these inside 3 days", weekly(load) { $0.acceptedChangedSoon }))
      lines.append(row("all meetings changed by runs, a week", weekly(load) { $0.changed }))
      lines.append(row("  broken by a fact, a week", weekly(load) { $0.broken }))
      lines.append(
        row(
          "places unused",
          policies.map { policy in
            let lives = lives(policy, load)
            let (used, unused) = (lives.map(\.placesUsed).reduce(0, +), lives.map(\.placesUnused).reduce(0, +))
            return permille(unused, used + unused)
          }))
      lines.append(row("meetings held", each(load) { $0.held }))
      lines.append(row("open at the end", each(load) { $0.open }))
      lines.append(row("minutes of class lost", each(load) { $0.classMinutes }))
      for (place, partner) in one.partners.enumerated() {
        lines.append(
          row(
            "share of LBH \(place + 1), agreed \(permille(partner[0], 1_000))",
            policies.map { policy in
              let lives = lives(policy, load)
              let all = lives.flatMap(\.partners).reduce(0) { $0 + $1[1] }
              return permille(lives.reduce(0) { $0 + $1.partners[place][1] }, all)
            }))
      }
      lines.append(row("seconds a life", each(load) { Int($0.seconds) }))
      lines.append("")
    }
    return lines
  }

  static func name(_ kind: Chronicle.ClockKind) -> String {
    switch kind {
    case .hearing: "the hearing"
    case .term: "the term's end"
    case .appeal: "the appeal's end"
    }
  }

  private func waits(_ name: String, _ load: Int, _ path: KeyPath<Life, Life.Waits>) -> [String] {
    [
      row(
        name + "median, 90, 99 %, longest",
        policies.map { policy in
          let lives = lives(policy, load).map { $0[keyPath: path] }
          func middle(_ value: (Life.Waits) -> Int) -> String {
            let sorted = lives.map(value).sorted()
            return sorted.isEmpty ? "-" : "\(sorted[sorted.count / 2])"
          }
          return [middle { $0.median }, middle { $0.ninety }, middle { $0.ninetyNine }].joined(separator: " ")
            + " \(lives.map(\.longest).max() ?? 0)"
        })
    ]
  }

  private func worstShare(_ kind: Chronicle.ClockKind, _ policy: Policy, _ load: Int) -> String {
    let shares = lives(policy, load).compactMap { life -> (Int, Int)? in
      life.clocks[kind].flatMap { $0.most > 0 ? ($0.met, $0.most) : nil }
    }
    guard let worst = shares.min(by: { $0.0 * $1.1 < $1.0 * $0.1 }) else { return "-" }
    return permille(worst.0, worst.1)
  }

  private func each(_ load: Int, _ value: (Life) -> Int) -> [String] {
    policies.map { average(lives($0, load), value) }
  }

  private func average(_ lives: [Life], _ value: (Life) -> Int) -> String {
    lives.isEmpty ? "-" : "\((lives.reduce(0) { $0 + value($1) } + lives.count / 2) / lives.count)"
  }

  /// A week, averaged over the seeds.
  private func weekly(_ load: Int, _ value: (Life) -> Int) -> [String] {
    policies.map { policy in
      let lives = lives(policy, load)
      let weeks = lives.reduce(0) { $0 + $1.weeks }
      guard weeks > 0 else { return "-" }
      let tenths = (10 * lives.reduce(0) { $0 + value($1) } + weeks / 2) / weeks
      return "\(tenths / 10).\(tenths % 10)"
    }
  }

  private func permille(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let tenths = (1_000 * part + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    name + String(repeating: " ", count: max(1, 52 - name.count))
      + cells.map { String(repeating: " ", count: max(1, 17 - $0.count)) + $0 }.joined()
  }
}
