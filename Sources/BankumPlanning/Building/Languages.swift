import BankumModel

/// The engine's languages: each is a set of languages of which counsel must speak one. Number 0 is everybody's.
enum Languages {
  /// The sets that the open requests ask for, in the order of their codes, at most 62; `[]` first, for any language.
  static func classes(_ index: FactIndex) -> [[String]] {
    let sets = Set(index.profiles.compactMap(\.languages).map { $0.map(\.code).sorted() })
    return [[]] + sets.sorted { $0.lexicographicallyPrecedes($1) }.prefix(61)
  }

  /// The number of a request's set; nil when there are more sets than the engine has numbers.
  static func number(_ languages: Set<LanguageCode>?, _ index: FactIndex) -> Int? {
    guard let languages else { return 0 }
    return classes(index).firstIndex(of: languages.map(\.code).sorted())
  }

  /// Whether the advocate speaks one of a set.
  static func speaks(_ advocate: Advocate, _ number: Int, _ index: FactIndex) -> Bool {
    let wanted = classes(index)[number]
    return number == 0 || advocate.languages.contains { wanted.contains($0.code) }
  }
}
