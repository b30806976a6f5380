/// Where somebody lived before he was held. The certified training is for residents of the city of Medan.
package enum Residence: Hashable, Sendable {
  /// The city of Medan.
  case medan
  /// Another regency or city, by name.
  case elsewhere(String)
  /// Not in the papers.
  case unknown

  /// Reads the name of a regency or city: `Kota Medan`, `MEDAN`, `medan` are Medan; empty is unknown.
  package init(parsing text: String) {
    let words = text.split { $0 == " " || $0 == "\t" }.map { $0.lowercased() }
    switch words.joined(separator: " ") {
    case "": self = .unknown
    case "medan", "kota medan", "kodya medan", "kotamadya medan": self = .medan
    default: self = .elsewhere(text)
    }
  }

  /// The residence as the register writes it; empty when unknown.
  package var text: String {
    switch self {
    case .medan: "Kota Medan"
    case .elsewhere(let name): name
    case .unknown: ""
    }
  }
}
