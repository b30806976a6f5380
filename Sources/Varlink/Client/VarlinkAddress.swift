/// Where a service listens: a Unix socket, by path or by abstract name.
///
/// Taken are `unix:/path`, `unix:@name`, `/path`, `./path` and `@name`. What stands behind `;` in a `unix:` address
/// is a setting for servers (`;mode=0666`) in other implementations; here it is refused rather than dropped.
public struct VarlinkAddress: Sendable, Equatable, CustomStringConvertible {
  /// Why a text is no address.
  public struct Fault: Error, Sendable, Equatable {
    /// The kinds of refusal.
    public enum Code: String, Sendable {
      /// `tcp:`, `ssh:`, `device:` and the like.
      case unknownScheme
      /// `;`, `?` or `#` in a `unix:` address.
      case setting
      /// Nothing behind the scheme, or a NUL in it.
      case empty
      /// Longer than a socket address of the kernel holds: 107 bytes.
      case tooLong
    }

    /// What is wrong.
    public let code: Code
    /// The text that was given.
    public let text: String
  }

  /// The longest path or name in bytes: `sun_path` has 108, one for the NUL before or behind.
  public static let longestPath = 107

  /// The path, or the name without its `@`.
  public let path: String
  /// Whether the name is abstract: it lives in the kernel, not in the file system.
  public let isAbstract: Bool

  /// Reads an address.
  /// - Throws: `Fault`.
  public init(_ text: String) throws(Fault) {
    var rest = Substring(text)
    let hasScheme = text.hasPrefix("unix:")
    if hasScheme {
      rest = rest.dropFirst(5)
      guard !rest.contains(where: { $0 == ";" || $0 == "?" || $0 == "#" }) else {
        throw Fault(code: .setting, text: text)
      }
    }
    isAbstract = rest.first == "@"
    if isAbstract { rest = rest.dropFirst() }
    guard !rest.isEmpty, !rest.utf8.contains(0) else { throw Fault(code: .empty, text: text) }
    guard isAbstract || rest.contains("/") || hasScheme else { throw Fault(code: .unknownScheme, text: text) }
    if !hasScheme, !isAbstract, let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
      throw Fault(code: .unknownScheme, text: text)
    }
    guard rest.utf8.count <= Self.longestPath else { throw Fault(code: .tooLong, text: text) }
    path = String(rest)
  }

  /// The address in its full form.
  public var description: String { "unix:\(isAbstract ? "@" : "")\(path)" }
}
