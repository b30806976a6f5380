/// Walks along placed characters; knows the place behind the last one too.
struct PlacedCursor {
  private let scalars: ArraySlice<PlacedScalar>
  private let end: CataloguePlace
  private var position: Int

  init(_ scalars: ArraySlice<PlacedScalar>, end: CataloguePlace) {
    self.scalars = scalars
    self.end = end
    position = scalars.startIndex
  }

  /// The character under the cursor, `nil` at the end.
  var current: PlacedScalar? { position < scalars.endIndex ? scalars[position] : nil }

  /// Where the cursor stands.
  var place: CataloguePlace { current?.place ?? end }

  mutating func advance() {
    if position < scalars.endIndex { position += 1 }
  }

  /// Steps over this character if it is the current one.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current?.scalar == scalar else { return false }
    position += 1
    return true
  }

  mutating func skipSpaces() {
    while take(" ") {}
  }

  /// Reads as long as the claim holds; may read nothing.
  mutating func take(while claim: (PlacedScalar) -> Bool) -> String {
    var taken = String.UnicodeScalarView()
    while let current, claim(current) {
      taken.append(current.scalar)
      position += 1
    }
    return String(taken)
  }

  /// Reads a name, `nil` (and nothing read) if none starts here.
  mutating func takeName() -> String? {
    guard let current, current.startsName else { return nil }
    return take(while: \.continuesName)
  }
}
