import BankumModel

extension FacilityMaker {
  /// Blocks, rooms, training programmes: all invented.
  mutating func makeHouse() {
    var dice = dice("house")
    var blocks = IdentifierMint<Block>()
    let letters = ["A", "B", "C", "D", "E", "F", "G", "H"]
    for letter in letters {
      facility.blocks.append(
        Block(id: blocks.next(&dice), name: letter, escortCapacity: dice.pick([(2, 5), (3, 4), (1, 1)])))
    }
    let special: [(String, BlockKind, Int, Int)] = [
      ("MAPENALING", .orientation, 1, 15), ("ISOLASI", .isolation, 1, 20), ("KLINIK", .clinic, 1, 10),
      ("BIMKER", .workshop, 3, 0),
    ]
    for (name, kind, escorts, minutes) in special {
      facility.blocks.append(
        Block(id: blocks.next(&dice), name: name, kind: kind, escortCapacity: escorts, fetchMinutes: minutes))
    }
    var rooms = IdentifierMint<Room>()
    for number in 1...max(3, options.scaled(6)) {
      facility.rooms.append(
        Room(
          id: rooms.next(&dice), name: "Konsultasi \(number)", isConfidential: true, isAccessible: number <= 2))
    }
    facility.rooms.append(
      Room(
        id: rooms.next(&dice), name: "Ruang Besuk", isConfidential: false, isAccessible: true, places: 8))
    facility.rooms.append(
      Room(
        id: rooms.next(&dice), name: "Aula Penyuluhan", kind: .hall, isConfidential: false, isAccessible: true,
        places: 40))
    makeProgrammes(&dice)
  }

  private mutating func makeProgrammes(_ dice: inout Dice) {
    var mint = IdentifierMint<TrainingProgramme>()
    let certified: [(String, [(Weekday, String)])] = [
      ("Barbershop", [(.monday, "13:00-15:00"), (.wednesday, "13:00-15:00")]),
      ("Roti", [(.tuesday, "08:00-10:00"), (.thursday, "08:00-10:00")]),
      ("Tempe", [(.tuesday, "13:00-15:00"), (.friday, "08:00-10:00")]),
    ]
    let workshops: [(String, [(Weekday, String)])] = [
      ("Sandal", [(.monday, "08:00-11:00"), (.wednesday, "08:00-11:00")]),
      ("Tas", [(.tuesday, "08:00-11:00"), (.thursday, "08:00-11:00")]),
      ("Mebel", [(.monday, "13:00-15:00"), (.tuesday, "13:00-15:00"), (.thursday, "13:00-15:00")]),
      ("Paving blok", [(.monday, "08:00-10:30"), (.friday, "08:00-10:30")]),
      ("Las", [(.wednesday, "08:00-11:00"), (.thursday, "13:00-15:00")]),
      ("Ikan dan sayur", [(.monday, "08:00-09:30"), (.wednesday, "08:00-09:30"), (.friday, "08:00-09:30")]),
    ]
    for (kind, list) in [(TrainingKind.certified, certified), (.workshop, workshops)] {
      for (name, week) in list {
        let days = OpenDateRange(
          today.adding(days: kind == .certified ? -49 : -300), kind == .certified ? today.adding(days: 95) : nil)
        let timetable = week.compactMap { weekday, text in
          (try? MinuteRange(parsing: text)).map { ClassHours(weekday: weekday, hours: $0, days: days) }
        }
        facility.programmes.append(
          TrainingProgramme(id: mint.next(&dice), name: name, kind: kind, timetable: timetable))
      }
    }
  }

  /// The trainees, residents of the city all, and those who work.
  mutating func makeTraining() {
    var dice = dice("training")
    let certified = facility.programmes.indices.filter { facility.programmes[$0].kind == .certified }
    let workshops = facility.programmes.indices.filter { facility.programmes[$0].kind == .workshop }
    let workBlock = facility.blocks.firstIndex { $0.kind == .workshop } ?? 0
    let end = today.adding(days: 120)
    let able = dice.shuffled(Array(facility.people.indices)).filter { index in
      let person = facility.people[index]
      return person.sex == .male && person.birthDate.completedYears(on: today) >= 18
        && facility.blocks[person.block].kind == .ordinary
    }
    let residents = able.filter { index in
      let person = facility.people[index]
      return person.isResident && !person.number.book.isDetainee && (person.expiresOn.map { $0 > end } ?? false)
    }
    let trainees = residents.prefix(max(3, options.scaled(48) / 3 * 3))
    for (place, index) in trainees.enumerated() {
      facility.people[index].training = [certified[place % certified.count]]
      facility.people[index].block = workBlock
    }
    let chosen = Set(trainees)
    for index in able.filter({ !chosen.contains($0) }).prefix(options.scaled(240)) {
      facility.people[index].training = [dice.pick(workshops)]
      if dice.perMille(300) { facility.people[index].block = workBlock }
    }
  }
}
