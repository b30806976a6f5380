/// One character of a catalogue with the place where it stands.
struct PlacedScalar {
  let scalar: Unicode.Scalar
  let place: CataloguePlace

  /// A letter that may start a name: ASCII, lower case.
  var startsName: Bool { ("a"..."z").contains(scalar) }

  /// A character inside a name: an ASCII letter or digit.
  var continuesName: Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }
}
