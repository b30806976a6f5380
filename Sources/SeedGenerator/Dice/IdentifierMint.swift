import BankumModel

/// Makes ids that differ.
struct IdentifierMint<Kind: IdentifierKind> {
  private var used: Set<UInt64> = []

  mutating func next(_ dice: inout Dice) -> Identifier<Kind> {
    while true {
      let id = Identifier<Kind>(using: &dice)
      if used.insert(id.bits).inserted { return id }
    }
  }
}
