/// Composes names.
struct NameMaker {
  private var dice: Dice

  init(_ dice: Dice) {
    self.dice = dice
  }

  /// A man's name, and the language that goes with it.
  mutating func inmate() -> (name: String, culture: Culture) {
    let culture = dice.pick(Culture.all.map { ($0, $0.weight) })
    let first = dice.pick(culture.given)
    let last = dice.pick(culture.family)
    switch dice.below(10) {
    // Fathers' names as Malay and Javanese papers have them; single names.
    case 0 where culture.language == "ms" || culture.language == "jv": return ("\(first) bin \(last)", culture)
    case 1 where culture.language == "jv": return (first, culture)
    case 2, 3: return ("\(first) \(dice.pick(Culture.all[0].family)) \(last)", culture)
    default: return ("\(first) \(last)", culture)
    }
  }

  /// A name for somebody who gives legal aid.
  mutating func counsel(isWoman: Bool) -> String {
    let culture = dice.pick(Culture.all.map { ($0, $0.weight) })
    let first = isWoman ? dice.pick(Culture.women) : dice.pick(culture.given)
    return "\(first) \(dice.pick(Culture.all[0].given)) \(dice.pick(culture.family))"
  }

  /// What somebody is called among friends.
  mutating func alias(of name: String) -> String {
    let nicknames = [
      "Keling", "Kancil", "Botak", "Gondrong", "Ucok", "Butet", "Cokna", "Genjer", "Jabrik", "Kriting", "Bolang",
      "Cungkring", "Pace", "Abeng", "Atok", "Tulang", "Wak Min", "Bang Jay", "Si Doel", "Gendut", "Kopral", "Boncel",
      "Ompong", "Jangkung", "Cebol",
    ]
    let first = name.split(separator: " ").first.map(String.init) ?? name
    return dice.perMille(300) ? String(first.prefix(3)) + dice.pick(["o", "i", "ek", "ong"]) : dice.pick(nicknames)
  }

  /// A legal-aid organisation: full name and short name, each another.
  mutating func partners(_ count: Int) -> [(name: String, short: String)] {
    let first = dice.shuffled(["Suluh", "Tunas", "Lentera", "Cakra", "Sahabat", "Pelita", "Payung", "Mercu"])
    let second = dice.shuffled(["Deli", "Polonia", "Tapian", "Belawan", "Maimun", "Sunggal", "Helvetia", "Amplas"])
    return (0..<count).map { index in
      let (one, two) = (first[index % first.count], second[index % second.count])
      return ("Lembaga Bantuan Hukum \(one) \(two) (rekaan)", "LBH \(one) \(two)")
    }
  }
}
