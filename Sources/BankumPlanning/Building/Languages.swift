import BankumModel

/// The engine's languages: each is a set of languages of which counsel must speak one. Number 0 is everybody's.
struct Languages: Sendable {
  /// The sets that the open requests ask for, in the order of their codes, at most 62; `[]` first, for any language.
  let sets: [[String]]

  init(_ profiles: [RequestProfile]) {
    let wanted = Set(profiles.compactMap(\.languages).map { $0.map(\.code).sorted() })
    sets = [[]] + wanted.sorted { $0.lexicographicallyPrecedes($1) }.prefix(61)
  }

  /// The number of a request's set; nil when there are more sets than the engine has numbers.
  func number(_ languages: Set<LanguageCode>?) -> Int? {
    guard let languages else { return 0 }
    return sets.firstIndex(of: languages.map(\.code).sorted())
  }

  /// The numbers of the sets of which the advocate speaks one.
  func spoken(by advocate: Advocate) -> [Int] {
    sets.indices.filter { number in
      number == 0 || advocate.languages.contains { sets[number].contains($0.code) }
    }
  }
}
