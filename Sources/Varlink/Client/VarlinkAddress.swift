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
    // A path is bytes to the kernel: a mark that combines with the sign before it must not hide that sign.
    var rest = text.utf8[...]
    let hasScheme = rest.starts(with: Self.scheme)
    if hasScheme {
      rest = rest.dropFirst(Self.scheme.count)
      guard !rest.contains(where: Self.isSettingSign) else { throw Fault(code: .setting, text: text) }
    }
    isAbstract = rest.first == UInt8(ascii: "@")
    if isAbstract { rest = rest.dropFirst() }
    guard !rest.isEmpty, !rest.contains(0) else { throw Fault(code: .empty, text: text) }
    if !hasScheme, !isAbstract {
      // A path is told from a scheme, and from a word, by a slash that comes first.
      guard let sign = rest.first(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }),
        sign == UInt8(ascii: "/")
      else { throw Fault(code: .unknownScheme, text: text) }
    }
    guard rest.count <= Self.longestPath else { throw Fault(code: .tooLong, text: text) }
    path = String(Substring(rest))
  }

  /// Reads what a user gives where a path is expected: as above, but a bare word is a file in the current folder, as in
  /// every other option that takes a path.
  /// - Throws: `Fault`.
  public init(path text: String) throws(Fault) {
    let isBare = !text.isEmpty && !text.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
    try self.init(isBare && text.utf8.first != UInt8(ascii: "@") ? "./\(text)" : text)
  }

  /// The address in a form that reads back as the same: the full one, or the short one where the full one would read
  /// as a setting.
  public var description: String {
    (path.utf8.contains(where: Self.isSettingSign) ? "" : "unix:") + (isAbstract ? "@" : "") + path
  }

  private static let scheme = Array("unix:".utf8)

  private static func isSettingSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }
}
