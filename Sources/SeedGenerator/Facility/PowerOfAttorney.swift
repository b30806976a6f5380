import BankumModel

/// A power of attorney.
struct PowerOfAttorney {
  var id: Mandate.ID
  var person: Int
  var advocate: Int
  var matter: Int
  var letter: String
  var days: OpenDateRange
  var end: MandateEnd?
}
