/// Sessions of which no more than a number can stay, because what they share is scarce.
struct SharedLimit: Hashable {
  /// The sessions, ascending.
  var members: [Int]
  /// How many of them can stay.
  var most: Int

  /// How many have to go.
  var excess: Int { members.count - most }
}
