import Varlink

/// What the Swift types that stand for an interface are called: after the last part of its name.
struct SwiftInterfaceName {
  /// `ServiceInterface` for `org.example.service`.
  let definition: String
  /// `ServiceTable`: the rows of the interface's methods.
  let table: String

  init(_ interface: VarlinkInterface) {
    let last = SwiftNames.type(interface.name.split(separator: ".").last.map(String.init) ?? "")
    definition = last + "Interface"
    table = last + "Table"
  }
}
