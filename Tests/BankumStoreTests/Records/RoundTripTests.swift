import BankumModel
import JSON
import SeededNumbers
import Testing

@testable import BankumStore

/// Whatever is written comes back as it was, after the register was closed and opened again.
@Suite struct RoundTripTests {
  @Test("Every kind of value comes back as it was written", arguments: 1...6)
  func everyKindComesBack(seed: UInt64) async throws {
    let house = try TestHouse()
    let everything = Everything(seed: seed)
    let register = try house.open()
    _ = try await register.write(as: .test()) { transaction in
      try everything.put(into: transaction)
      return Done()
    }
    try await register.close()

    let again = try house.open()
    try await again.readUnaudited { reading in
      try everything.expectAll(in: reading)
    }
    try await again.close()
  }

  @Test("A value that is written again replaces the one before")
  func laterValueReplaces() async throws {
    let house = try TestHouse()
    let register = try house.open()
    var values = RandomValues(seed: 7)
    let partner = values.partner()
    let block = values.block()
    var inmate = values.inmate()
    inmate.training = []
    let first = inmate
    inmate.name = "Somebody Else"
    inmate.aliases = []
    let second = inmate
    _ = try await register.write(as: .test()) { transaction in
      try transaction.put(partner)
      try transaction.put(block)
      try transaction.put(first)
      try transaction.put(second)
      return Done()
    }
    try await register.readUnaudited { reading throws in
      #expect(try reading.all(Inmate.self) == [second])
      #expect(try reading.inmates(named: NameKey(first.name)).isEmpty)
      #expect(try reading.inmates(named: NameKey("SOMEBODY  else")) == [second])
    }
    try await register.close()
  }

  @Test("People are found by every number they had, by name, and cases by number")
  func lookUps() async throws {
    let house = try TestHouse()
    let everything = Everything(seed: 11)
    let register = try house.open()
    _ = try await register.write(as: .test()) { transaction in
      try everything.put(into: transaction)
      return Done()
    }
    try await register.readUnaudited { reading throws in
      for inmate in everything.inmates {
        for entry in inmate.registerEntries {
          #expect(try reading.inmates(numbered: entry.number).contains(inmate))
        }
        for name in [inmate.name] + inmate.aliases {
          #expect(try reading.inmates(named: NameKey(name)).contains(inmate))
        }
        if let serialNumber = inmate.serialNumber {
          #expect(try reading.inmates(serialNumber: serialNumber).contains(inmate))
        }
      }
      for file in everything.cases {
        if let number = file.number { #expect(try reading.cases(numbered: number).contains(file)) }
        for party in file.parties { #expect(try reading.list(.of(party.inmate)).contains(file)) }
      }
      #expect(try reading.inmates(named: NameKey("nobody at all")).isEmpty)
    }
    try await register.close()
  }

  @Test("An unsound value is refused with every problem and its place")
  func unsoundIsRefused() async throws {
    let house = try TestHouse()
    let register = try house.open()
    let error = await failure {
      _ = try await register.write(as: .test()) { transaction in
        let good = Block(id: Block.ID(bits: 1), name: "A", escortCapacity: 3)
        let bad = Block(id: Block.ID(bits: 2), name: "", escortCapacity: -1)
        try transaction.put(all: [good, bad])
        return Done()
      }
    }
    #expect(error?.code == .invalid)
    #expect(error?.problems.map(\.place) == ["[1].name", "[1].escortCapacity"])
    #expect(try await register.readUnaudited { try $0.count(Block.self) } == 0)
    try await register.close()
  }

  @Test("Random bytes are never taken for a row of fields without being one")
  func fieldBytes() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let fields: [Field] = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        switch Int.random(in: 0...3, using: &random) {
        case 0: .null
        case 1: .integer(Int64(bitPattern: random.next()) >> Int64.random(in: 0...63, using: &random))
        case 2: .text(String(random.next(), radix: 36))
        default: .bytes((0..<Int.random(in: 0...300, using: &random)).map { UInt8($0 & 255) })
        }
      }
      let bytes = FieldBytes.bytes(of: fields)
      #expect(try FieldBytes.fields(of: bytes) == fields)
      if !bytes.isEmpty {
        let cut = Array(bytes[..<Int.random(in: 0..<bytes.count, using: &random)])
        if let parsed = try? FieldBytes.fields(of: cut) { #expect(parsed == Array(fields.prefix(parsed.count))) }
      }
    }
  }
}
