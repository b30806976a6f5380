/// Finds the people of the register in the lines of a population file.
///
/// Register number first, then *nomor induk*, then normalised name or alias with the day of entry (and birth date
/// where both have one), unique on both sides. Whatever points to two people, or two lines whose names point to one, goes
/// to review: nobody is ever merged between two candidates. Two lines with papers of one person contradict
/// each other. The order of lines and of the register does not matter.
package struct IdentityMatcher<Register: Collection<Inmate>> {
  /// What a name match is checked against.
  private struct Namesake {
    let id: Inmate.ID
    let enteredOn: CivilDate
    let birthDate: CivilDate?
    let serialNumber: String?

    /// Whether both have a birth date, or both a *nomor induk*, and they differ.
    func contradicts(_ line: PersonKeys) -> Bool {
      if let mine = line.birthDate, let his = birthDate, mine != his { return true }
      if let mine = line.serialNumber, let his = serialNumber, mine != his { return true }
      return false
    }
  }

  private let register: Register
  private var byNumber: Multimap<RegisterNumber, Inmate.ID>
  private var bySerial = Multimap<String, Inmate.ID>()

  /// A matcher for these people; those who have left are found too, so that a return is not a stranger.
  package init(register: Register) {
    self.register = register
    byNumber = Multimap(minimumCapacity: register.count)
    for inmate in register {
      for entry in inmate.registerEntries { byNumber.insert(inmate.id, at: entry.number) }
      if let serial = inmate.serialNumber { bySerial.insert(inmate.id, at: serial) }
    }
  }

  /// Whom each line means, in the order of the lines.
  package func match(_ lines: some Collection<PersonKeys>) -> [IdentityMatch] {
    var matches = lines.map(byPapers)
    // Whoever is certain by his papers is no candidate for a line that has only a name.
    let taken = Set(
      matches.compactMap { match -> Inmate.ID? in
        if case .known(let id, _) = match { id } else { nil }
      })
    // Names are looked at only for lines that have nothing better: on most days a few.
    guard !register.isEmpty else { return withoutSharing(matches) }
    let unknown = zip(lines.indices, matches).filter { $0.1 == .new }.map(\.0)
    let namesakes = namesakes(of: unknown.lazy.map { lines[$0] }, without: taken)
    for (index, line) in lines.enumerated() where matches[index] == .new { matches[index] = byNames(line, namesakes) }
    return withoutSharing(matches)
  }

  private func byPapers(_ line: PersonKeys) -> IdentityMatch {
    let numbered = byNumber[line.number]
    let all = numbered.union(line.serialNumber.map { bySerial[$0] } ?? [])
    guard let only = all.first else { return .new }
    // Papers that point to two people contradict each other.
    guard all.count == 1 else { return Self.doubt(all) }
    return .known(only, by: numbered.isEmpty ? .serialNumber : .registerNumber)
  }

  /// Whoever has a name of these lines, by the name.
  private func namesakes(
    of lines: some Sequence<PersonKeys>, without taken: Set<Inmate.ID>
  ) -> [NameKey: [Inmate.ID: Namesake]] {
    var found: [NameKey: [Inmate.ID: Namesake]] = [:]
    for line in lines { for name in line.nameKeys { found[name] = [:] } }
    guard !found.isEmpty else { return [:] }
    for inmate in register where !taken.contains(inmate.id) {
      for name in [inmate.name] + inmate.aliases {
        found[NameKey(name)]?[inmate.id] = Namesake(
          id: inmate.id, enteredOn: inmate.enteredOn, birthDate: inmate.birthDate, serialNumber: inmate.serialNumber)
      }
    }
    return found
  }

  private func byNames(_ line: PersonKeys, _ namesakes: [NameKey: [Inmate.ID: Namesake]]) -> IdentityMatch {
    var agreeing: [Inmate.ID: Namesake] = [:]
    for name in line.nameKeys {
      agreeing.merge((namesakes[name] ?? [:]).filter { !$0.value.contradicts(line) }) { first, _ in first }
    }
    let sameEntry = agreeing.values.filter { $0.enteredOn == line.enteredOn }.map(\.id)
    if let only = sameEntry.first, sameEntry.count == 1 { return .known(only, by: .name) }
    if !sameEntry.isEmpty { return Self.doubt(sameEntry) }
    // Name and birth date agree, the day of entry does not: a return, or a misread date.
    let sameBirth = agreeing.values.filter { line.birthDate != nil && $0.birthDate == line.birthDate }.map(\.id)
    return sameBirth.isEmpty ? .new : Self.doubt(sameBirth)
  }

  /// Lines that mean the same person by name are all in doubt; papers of one person on two lines are a mistake.
  private func withoutSharing(_ matches: [IdentityMatch]) -> [IdentityMatch] {
    var count: [Inmate.ID: Int] = [:]
    for case .known(let id, _) in matches { count[id, default: 0] += 1 }
    return matches.map { match in
      guard case .known(let id, let evidence) = match, count[id, default: 0] > 1 else { return match }
      return evidence == .name ? .doubtful([id]) : .twice(id)
    }
  }

  private static func doubt(_ ids: some Sequence<Inmate.ID>) -> IdentityMatch {
    .doubtful(ids.sorted { $0.text < $1.text })
  }
}
