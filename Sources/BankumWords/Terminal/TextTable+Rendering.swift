extension TextTable {
  /// What stands between two columns.
  private static let gap = 2

  /// The table as lines, each ended by a line feed; empty if there is neither header nor row.
  ///
  /// - Parameters:
  ///   - width: the terminal's columns, at least 1; no line is wider. Columns that may be cut are, the widest
  ///     first; if that is not enough, lines end in `…`. `nil` (a pipe, a file): nothing is cut.
  ///   - header: whether titles come first.
  ///   - colour: whether styles become SGR sequences (ECMA-48 8.3.117).
  package func rendered(width: Int?, header: Bool = true, colour: Bool = false) -> String {
    let titles = columns.map { Cell($0.title, style: .plain) }
    let lines = header ? [titles] + rows : rows
    let widths = fittedWidths(of: lines, limit: width)
    var text = ""
    for (index, line) in lines.enumerated() {
      let segments = segments(of: line, widths: widths)
      for segment in width.map({ cut(segments, to: $0) }) ?? segments {
        let sequence = header && index == 0 ? "1" : segment.style.sequence
        if colour, !segment.isBlank, let sequence {
          text += "\u{1B}[\(sequence)m\(segment.text)\u{1B}[0m"
        } else {
          text += segment.text
        }
      }
      text += "\n"
    }
    return text
  }

  private func fittedWidths(of lines: [[Cell]], limit: Int?) -> [Int] {
    var widths = columns.indices.map { column in
      lines.map { TerminalText.columns(of: $0[column].text) }.max() ?? 0
    }
    guard let limit else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - limit
    while excess > 0 {
      // The widest gives first, down to the width of the next: short names stay whole as long as they can.
      let giving = widths.indices.filter { widths[$0] > least($0) }
      guard let widest = giving.max(by: { widths[$0] < widths[$1] }) else { break }
      let others = giving.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let floor = max(least(widest), min(others, widths[widest] - 1))
      let taken = min(excess, widths[widest] - floor)
      widths[widest] -= taken
      excess -= taken
    }
    return widths
  }

  /// The least width of a column that may be cut; of others, more than any.
  private func least(_ column: Int) -> Int {
    columns[column].shortenedTo.map { max(1, $0) } ?? Int.max
  }

  /// The line's cells with the spaces between them; none at the end.
  private func segments(of line: [Cell], widths: [Int]) -> [Cell] {
    var segments: [Cell] = []
    var spaces = 0
    for (column, cell) in line.enumerated() {
      let text = TerminalText.shortened(cell.text, to: widths[column])
      let padding = widths[column] - TerminalText.columns(of: text)
      if columns[column].alignment == .trailing { spaces += padding }
      if !text.isEmpty {
        segments.append(Cell(spaces: spaces))
        segments.append(Cell(visible: text, style: cell.style))
        spaces = 0
      }
      if columns[column].alignment == .leading { spaces += padding }
      spaces += Self.gap
    }
    return segments
  }

  /// Cuts a line that is still too wide: it ends in `…`, so that it says itself that it goes on.
  private func cut(_ segments: [Cell], to limit: Int) -> [Cell] {
    let total = segments.reduce(0) { $0 + TerminalText.columns(of: $1.text) }
    if total <= limit { return segments }
    var kept: [Cell] = []
    var room = max(1, limit)
    for segment in segments {
      let width = TerminalText.columns(of: segment.text)
      if width >= room {
        kept.append(
          segment.isBlank
            ? Cell(visible: String(repeating: " ", count: room - 1) + "…", style: .plain)
            // One more blank makes a text that fits exactly be cut as well: more was to come.
            : Cell(visible: TerminalText.shortened(segment.text + " ", to: room), style: segment.style))
        break
      }
      kept.append(segment)
      room -= width
    }
    return kept
  }
}

extension TextTable.Cell {
  /// Whether the cell is the space between two others.
  fileprivate var isBlank: Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } }

  fileprivate init(spaces: Int) {
    self.init(visible: String(repeating: " ", count: spaces), style: .plain)
  }

  fileprivate init(visible text: String, style: TextTable.Style) {
    self.text = text
    self.style = style
  }
}

extension TextTable.Style {
  /// The parameter of the SGR sequence, `nil` where nothing is to stand out.
  fileprivate var sequence: String? {
    switch self {
    case .plain: nil
    case .good: "32"
    case .warning: "33"
    case .alarm: "1;31"
    case .faint: "2"
    }
  }
}
