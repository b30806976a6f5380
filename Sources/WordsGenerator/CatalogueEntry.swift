/// One message of the catalogue: its id, its typed parameters and its text in both languages.
package struct CatalogueEntry: Sendable, Equatable {
  /// A parameter that the message declares.
  package struct Parameter: Sendable, Equatable {
    /// The name between the braces and the label in Swift.
    package let name: String
    /// What may be passed.
    package let type: ParameterType

    /// Makes a parameter.
    package init(name: String, type: ParameterType) {
      self.name = name
      self.type = type
    }
  }

  /// One piece of a text. `parameter` is an index into the message's parameters.
  package enum Piece: Sendable, Equatable {
    case literal(String)
    case value(parameter: Int)
    case plural(parameter: Int, one: String, other: String)
  }

  /// The id that programs and tests name, `error.notPermitted`.
  package let id: String
  /// The parameters in the order of the header.
  package let parameters: [Parameter]
  /// The English text. Two literals never follow each other.
  package let english: [Piece]
  /// The Indonesian text, without plurals.
  package let indonesian: [Piece]
  /// Where the id stands.
  package let place: CataloguePlace

  /// Makes an entry.
  package init(
    id: String, parameters: [Parameter], english: [Piece], indonesian: [Piece], place: CataloguePlace
  ) {
    self.id = id
    self.parameters = parameters
    self.english = english
    self.indonesian = indonesian
    self.place = place
  }

  /// The id as one Swift name: `error.notPermitted` becomes `errorNotPermitted`.
  package var swiftName: String {
    let words = id.split(separator: ".")
    return words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
