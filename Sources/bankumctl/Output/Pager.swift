import Glibc

/// Long output on a terminal goes through the user's pager.
enum Pager {
  /// Shows a text and waits until the user has read it.
  /// - Returns: whether there was a pager to show it.
  static func show(_ text: String, environment: [String: String]) -> Bool {
    let command = environment["BANKUM_PAGER"] ?? environment["PAGER"] ?? "less -FRX"
    guard !command.isEmpty, command != "cat" else { return false }
    // A pager that root runs must not be a way to a shell (less: "!", "v", "|").
    setenv("LESSSECURE", "1", 1)
    // A reader who leaves early closes the pipe: that is no error.
    signal(SIGPIPE, SIG_IGN)
    guard let pipe = popen(command, "w") else { return false }
    fputs(text, pipe)
    let status = pclose(pipe)
    // 127: the shell did not find it.
    return status >> 8 != 127
  }
}
