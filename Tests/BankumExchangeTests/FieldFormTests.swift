import BankumModel
import Testing

@testable import BankumExchange

@Suite("Fields")
struct FieldFormTests {
  @Test("No word means two values")
  func unambiguous() {
    #expect(Vocabulary.sex.ambiguous.isEmpty && Vocabulary.need.ambiguous.isEmpty)
    #expect(Vocabulary.language.ambiguous.isEmpty && Vocabulary.advocateKind.ambiguous.isEmpty)
    #expect(Vocabulary.skill.ambiguous.isEmpty && Vocabulary.accreditation.ambiguous.isEmpty)
    #expect(Vocabulary.stage.ambiguous.isEmpty && Vocabulary.law.ambiguous.isEmpty)
    #expect(Vocabulary.grant.ambiguous.isEmpty && Vocabulary.threat.ambiguous.isEmpty)
    #expect(Vocabulary.role.ambiguous.isEmpty && Vocabulary.hearingStatus.ambiguous.isEmpty)
    #expect(Vocabulary.service.ambiguous.isEmpty && Vocabulary.channel.ambiguous.isEmpty)
    #expect(Vocabulary.povertyProof.ambiguous.isEmpty && Vocabulary.permit.ambiguous.isEmpty)
    #expect(Vocabulary.mandateEnd.ambiguous.isEmpty && Vocabulary.outcome.ambiguous.isEmpty)
    #expect(Vocabulary.yesNo.ambiguous.isEmpty && Vocabulary.weekday.ambiguous.isEmpty)
    #expect(Vocabulary.month.ambiguous.isEmpty && Vocabulary.blockKind.ambiguous.isEmpty)
    #expect(Vocabulary.roomKind.ambiguous.isEmpty && Vocabulary.keepApart.ambiguous.isEmpty)
    #expect(Vocabulary.trainingKind.ambiguous.isEmpty && Vocabulary.holidayKind.ambiguous.isEmpty)
  }

  @Test(
    "Hours as offices write them",
    arguments: [
      "08:00-11:30", "8.00 - 11.30", "08.00 s/d 11.30 WIB", "08:00 – 11:30", "08.00 s.d. 11.30", "8:00 sampai 11:30",
      "08:00 to 11:30",
    ])
  func hours(text: String) {
    #expect(HoursText.range(text)?.text == "08:00-11:30")
  }

  @Test(
    "What is no hours is refused", arguments: ["", "08:00", "11:30-08:00", "8-11", "25:00-26:00", "08:00-11:30-12:00"])
  func noHours(text: String) {
    #expect(HoursText.range(text) == nil)
  }

  @Test(
    "Threats of punishment",
    arguments: [("12 tahun", "12"), ("7", "7"), ("Seumur Hidup", "life"), ("pidana mati", "death"), ("15 thn.", "15")])
  func threats(text: String, code: String) throws {
    #expect(try FieldForm<CriminalThreat>.threat.read(text).code == code)
  }

  @Test(
    "Shares in percent",
    arguments: [("25", 250), ("25%", 250), ("12,5 %", 125), ("12.5", 125), ("100", 1000), ("0", 0)])
  func percent(text: String, perMille: Int) throws {
    #expect(try FieldForm<Int>.percentAsPerMille.read(text) == perMille)
  }

  @Test("Numbers with dots between thousands", arguments: [("1.250", 1250), ("12", 12), ("12.0", 12)])
  func numbers(text: String, number: Int) throws {
    #expect(try FieldForm<Int>.number(0...10_000).read(text) == number)
  }

  @Test(
    "Blocks lose the word for block",
    arguments: [("Blok A", "A"), ("BLOK  b", "B"), ("a", "A"), ("Mapenaling", "MAPENALING"), ("Blok", "BLOK")])
  func blocks(text: String, name: String) throws {
    #expect(try FieldForm<String>.block.read(text) == name)
  }

  @Test("Names with other names in their field")
  func aliases() {
    #expect(AliasText.split("BUDI SANTOSO ALIAS KELING als. BOTAK @ UCOK").name == "BUDI SANTOSO")
    #expect(AliasText.split("BUDI SANTOSO ALIAS KELING als. BOTAK @ UCOK").aliases == ["KELING", "BOTAK", "UCOK"])
    #expect(AliasText.split("ALI ASRI").aliases.isEmpty)
    #expect(AliasText.unique(["Budi", "KELING", "keling"], besides: "BUDI") == ["KELING"])
  }

  @Test("Spaces and marks without width go, what turns the direction is refused")
  func clean() throws {
    #expect(try CleanText.of(" a\u{A0} \tb\u{200B}\r\nc ") == "a b c")
    #expect(throws: FieldFault(.hiddenCharacter, ["U+202E"])) { try CleanText.of("a\u{202E}b") }
  }
}
