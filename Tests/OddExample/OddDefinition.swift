/// An interface that is hard to write in Swift. It has a target of its own, because one that is built with the
/// generator's plugin cannot be linked with the generator that is tested.
package enum OddDefinition {
  /// Where the definition is.
  package static var path: String {
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/org.example.Odd.varlink"
  }
}
