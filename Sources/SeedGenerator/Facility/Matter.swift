import BankumModel

/// A criminal case.
struct Matter {
  var id: CaseFile.ID
  var number: String
  var offence: Offence
  var threat: CriminalThreat
  var law: DetentionLaw
  var parties: [(person: Int, role: PartyRole)]
  /// Those with one defence.
  var joint: Set<Int> = []
  var linked: [Int] = []
  var verdict: Verdict?
}
