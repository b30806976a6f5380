import BankumModel

/// Somebody who is held.
struct Person {
  var name: String
  var aliases: [String] = []
  var number: RegisterNumber
  var serialNumber: String
  var birthDate: CivilDate
  var sex: Sex = .male
  var residence = ""
  var enteredOn: CivilDate
  var expiresOn: CivilDate?
  var block = 0
  var cell = ""
  var languages: [String] = ["id"]
  var needs: [Need] = []
  var training: [Int] = []
  var matters: [Int] = []
  var letters: [Letter] = []
  var offence: Offence

  var isResident: Bool { residence == "Kota Medan" }
}
