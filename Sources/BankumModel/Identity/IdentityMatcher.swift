/// Finds the people of the register in the lines of a population file.
///
/// Register number first, then *nomor induk*, then normalised name or alias with the day of entry (and birth date
/// where both have one), unique on both sides. Whatever points to two people, or two lines whose names point to one, goes
/// to review: nobody is ever merged between two candidates. Two lines with papers of one person contradict each other. The order of lines and of the register does not matter.
package struct IdentityMatcher: Sendable {
  /// What a name match is checked against.
  private struct Dates {
    let enteredOn: CivilDate
    let birthDate: CivilDate?
    let serialNumber: String?
  }

  private var byNumber: Multimap<RegisterNumber, Inmate.ID>
  private var bySerial = Multimap<String, Inmate.ID>()
  private var byName: Multimap<NameKey, Inmate.ID>
  private var people: [Inmate.ID: Dates] = [:]

  /// A matcher for these people; those who have left are found too, so that a return is not a stranger.
  package init(register: some Collection<Inmate>) {
    byNumber = Multimap(minimumCapacity: register.count)
    byName = Multimap(minimumCapacity: register.count)
    people.reserveCapacity(register.count)
    for inmate in register {
      let id = inmate.id
      for entry in inmate.registerEntries { byNumber.insert(id, at: entry.number) }
      if let serial = inmate.serialNumber { bySerial.insert(id, at: serial) }
      byName.insert(id, at: NameKey(inmate.name))
      for alias in inmate.aliases { byName.insert(id, at: NameKey(alias)) }
      people[id] = Dates(
        enteredOn: inmate.enteredOn, birthDate: inmate.birthDate, serialNumber: inmate.serialNumber)
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
    for (index, line) in lines.enumerated() where matches[index] == .new {
      matches[index] = byNames(line, without: taken)
    }
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

  private func byNames(_ line: PersonKeys, without taken: Set<Inmate.ID>) -> IdentityMatch {
    var candidates: Set<Inmate.ID> = []
    for name in Set(line.names.map { NameKey($0) }) where !name.text.isEmpty {
      candidates.formUnion(byName[name])
    }
    // Not `subtract`: it would walk over everybody who is taken, for every line.
    let agreeing = candidates.filter { !taken.contains($0) && !contradicts(line, $0) }
    let sameEntry = agreeing.filter { people[$0]?.enteredOn == line.enteredOn }
    if let only = sameEntry.first, sameEntry.count == 1 { return .known(only, by: .name) }
    if !sameEntry.isEmpty { return Self.doubt(sameEntry) }
    // Name and birth date agree, the day of entry does not: a return, or a misread date.
    let sameBirth = agreeing.filter { line.birthDate != nil && people[$0]?.birthDate == line.birthDate }
    return sameBirth.isEmpty ? .new : Self.doubt(sameBirth)
  }

  /// Whether both have a birth date, or both a *nomor induk*, and they differ.
  private func contradicts(_ line: PersonKeys, _ id: Inmate.ID) -> Bool {
    guard let inmate = people[id] else { return true }
    if let mine = line.birthDate, let his = inmate.birthDate, mine != his { return true }
    if let mine = line.serialNumber, let his = inmate.serialNumber, mine != his { return true }
    return false
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

  private static func doubt(_ ids: Set<Inmate.ID>) -> IdentityMatch {
    .doubtful(ids.sorted { $0.text < $1.text })
  }
}
