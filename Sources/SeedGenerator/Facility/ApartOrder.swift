import BankumModel

/// An order to keep two people apart.
struct ApartOrder {
  var id: KeepApart.ID
  var one: Int
  var other: Int
  var from: CivilDate
  var reason: KeepApartReason
}
