import Glibc

/// The size of the terminal on standard output.
struct TerminalSize: Sendable, Equatable {
  let columns: Int
  let rows: Int

  /// By the kernel's word, else by `COLUMNS` and `LINES`, else 80 by 24.
  static func current(_ environment: [String: String]) -> TerminalSize {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return TerminalSize(columns: Int(size.ws_col), rows: max(1, Int(size.ws_row)))
    }
    func number(_ name: String, _ otherwise: Int) -> Int {
      environment[name].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? otherwise
    }
    return TerminalSize(columns: number("COLUMNS", 80), rows: number("LINES", 24))
  }
}
