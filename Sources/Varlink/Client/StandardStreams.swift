import Glibc

/// The three standard streams of a process that opens sockets.
public enum StandardStreams {
  /// Fills the places of standard streams that are closed; call it before anything is opened.
  ///
  /// The next descriptor takes the lowest free number: a socket would become standard output, and what the program says
  /// there would go to its peer. The places are filled so that reading and writing fail as on a closed descriptor.
  public static func reserve() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
