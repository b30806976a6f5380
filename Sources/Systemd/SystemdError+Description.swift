import Glibc

extension SystemdError: CustomStringConvertible {
  /// One English sentence for a log line, without a final stop.
  package var description: String {
    let text =
      switch code {
      case .malformedVariable: "the environment variable \(subject) is malformed"
      case .descriptorNotOpen: "file descriptor \(subject), announced by LISTEN_FDS, is not open"
      case .noSuchSocket: "no passed socket is named \(subject), and there is not exactly one"
      case .notificationFailed: "the service manager was not reached: \(subject)"
      case .noCredentials: "no credentials were passed to this process, wanted \(subject)"
      case .badCredentialName: "\(subject) is not a credential's name"
      case .noSuchCredential: "there is no credential \(subject)"
      case .credentialTooLarge: "the credential \(subject) is too large"
      case .credentialUnreadable: "the credential \(subject) cannot be read"
      }
    guard let systemError else { return PrintableText.escaped(text) }
    return PrintableText.escaped("\(text) (\(Self.message(of: systemError)))")
  }

  private static func message(of number: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    // The XSI form fills the buffer; a number that it does not know is still written as text.
    _ = strerror_r(number, &buffer, buffer.count)
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return bytes.isEmpty ? "error \(number)" : String(decoding: bytes, as: UTF8.self)
  }
}
