/// Which part of the population a file speaks about: who of it is expected in the file.
package enum ImportScope: Sendable, Hashable {
  /// Nobody: whoever is not in the file stays as he is.
  case delta
  /// Everybody who is here.
  case full
  /// Everybody of a block, which is named as files name it or by its id.
  case block(String)

  /// The word for it: `delta`, `full`, `block=C`.
  package var text: String {
    switch self {
    case .delta: "delta"
    case .full: "full"
    case .block(let name): "block=\(name)"
    }
  }

  /// Reads the word; nil if it is none.
  package init?(_ text: String) {
    switch text {
    case "delta": self = .delta
    case "full": self = .full
    default:
      guard text.hasPrefix("block="), text.utf8.count > 6 else { return nil }
      self = .block(String(text.dropFirst(6)))
    }
  }
}
