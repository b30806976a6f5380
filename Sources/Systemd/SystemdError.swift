/// What goes wrong between this process and systemd: a closed code, what it is about, and the system's error.
package struct SystemdError: Error, Sendable, Equatable {
  /// The kinds of failure.
  package enum Code: String, Sendable, CaseIterable {
    /// A variable that systemd sets does not have the form it documents.
    case malformedVariable
    /// A descriptor that `LISTEN_FDS` promises is not open.
    case descriptorNotOpen
    /// There is no descriptor to serve on among those passed, or more than one and none of the name asked for.
    case noSuchSocket
    /// The service manager did not get a notification, or did not confirm it in time.
    case notificationFailed
    /// No credentials were given to this process (`$CREDENTIALS_DIRECTORY` is not set).
    case noCredentials
    /// A credential's name could lead out of the folder of credentials.
    case badCredentialName
    /// No credential has this name.
    case noSuchCredential
    /// A credential is longer than its reader accepts.
    case credentialTooLarge
    /// A credential is there but cannot be read as a file.
    case credentialUnreadable
  }

  /// The kind of failure.
  package let code: Code
  /// The variable, credential or descriptor that it is about; never a credential's content.
  package let subject: String
  /// The value of `errno` that goes with it, where the system refused something.
  package let systemError: Int32?

  /// Makes an error.
  package init(_ code: Code, _ subject: String, systemError: Int32? = nil) {
    self.code = code
    self.subject = subject
    self.systemError = systemError
  }
}
