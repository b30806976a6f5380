import BankumModel

extension FacilityMaker {
  /// Homes, blocks and cells, and the few whom the house should not have.
  mutating func settle(_ dice: inout Dice) {
    let residents = (2340 * options.inmates + 3290 / 2) / 3290
    let elsewhere: [(String, Int)] = [
      ("Kab. Deli Serdang", 38), ("Kota Binjai", 14), ("Kab. Langkat", 12), ("Kab. Serdang Bedagai", 9),
      ("Kab. Karo", 7), ("Kota Tebing Tinggi", 5), ("Kab. Simalungun", 5), ("Kota Pematangsiantar", 4),
      ("Kab. Asahan", 3), ("Kab. Nias", 2), ("Kota Banda Aceh", 1),
    ]
    for (place, index) in dice.shuffled(Array(facility.people.indices)).enumerated() {
      facility.people[index].residence = place < residents ? "Kota Medan" : dice.pick(elsewhere)
    }
    let ordinary = facility.blocks.indices.filter { facility.blocks[$0].kind == .ordinary }
    func special(_ kind: BlockKind) -> Int { facility.blocks.firstIndex { $0.kind == kind } ?? 0 }
    for index in facility.people.indices {
      let person = facility.people[index]
      if person.enteredOn.days(until: today) < 14 {
        facility.people[index].block = special(.orientation)
      } else if person.needs.contains(.illness), dice.perMille(250) {
        facility.people[index].block = special(.clinic)
      } else if dice.perMille(6) {
        facility.people[index].block = special(.isolation)
      } else {
        facility.people[index].block = dice.pick(ordinary)
      }
      facility.people[index].cell = "\(dice.from(1...18))"
    }
    // Errors of the file or urgent wrong placements, for the registrar to look at: a woman and a boy.
    let odd = dice.shuffled(Array(facility.people.indices)).filter { facility.people[$0].number.book.isDetainee }
    if odd.count > 5 {
      facility.people[odd[0]].sex = .female
      facility.people[odd[0]].name =
        "\(dice.pick(Culture.women)) \(facility.people[odd[0]].name.split(separator: " ").last ?? "")"
      facility.people[odd[1]].birthDate = today.adding(days: -(16 * 365 + dice.from(100...300)))
      for index in odd[2..<5] {
        facility.people[index].languages = [dice.pick(["en", "ta", "ms"])]
        facility.people[index].needs = [.interpreter, .consul]
        facility.people[index].residence = "Luar negeri"
      }
    }
    // Whoever became a foreigner may have been counted a resident: somebody else takes his place.
    var missing = residents - facility.people.filter(\.isResident).count
    for index in facility.people.indices
    where missing > 0 && !facility.people[index].isResident && facility.people[index].residence != "Luar negeri" {
      facility.people[index].residence = "Kota Medan"
      missing -= 1
    }
  }
}
