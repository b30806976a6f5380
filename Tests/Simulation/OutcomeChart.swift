/// The clocks met by each policy as bars, beside what anybody could have met: one row of panels a load.
///
/// Colours and lines are legible on light and dark pages.
struct OutcomeChart {
  let comparison: Comparison

  private static let (left, panel, gap, top, height, rowGap) = (46, 250, 22, 80, 150, 56)

  init(_ comparison: Comparison) { self.comparison = comparison }

  /// The whole picture.
  var svg: String {
    let kinds = Chronicle.ClockKind.allCases
    let width = Self.left + kinds.count * (Self.panel + Self.gap)
    let all = Self.top + comparison.loads.count * (Self.height + Self.rowGap) + 8
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(all)\" role=\"img\""
        + " font-family=\"system-ui, sans-serif\" font-size=\"13\">",
      "<title>People who met counsel before their clock ended, by policy</title>",
      "<style>text{fill:#24292f}.soft{fill:#57606a}.axis{stroke:#8c959f;stroke-width:1}.most{stroke:#cf222e;"
        + "stroke-width:2;stroke-dasharray:5 3}.bankum{fill:#0969da}.paper{fill:#8c959f}.deadline{fill:#bf8700}"
        + ".yesterday{fill:#8250df}@media(prefers-color-scheme:dark){text{fill:#e6edf3}.soft{fill:#9198a1}"
        + ".most{stroke:#ff7b72}.bankum{fill:#58a6ff}.deadline{fill:#d29922}.yesterday{fill:#a371f7}}</style>",
    ]
    lines.append(
      "<text x=\"\(Self.left)\" y=\"20\" font-size=\"15\" font-weight=\"600\">Of those who asked five working days "
        + "before, % who met counsel in time</text>")
    lines += legend
    for (row, load) in comparison.loads.enumerated() {
      let y = Self.top + row * (Self.height + Self.rowGap)
      for (column, kind) in kinds.enumerated() {
        lines += drawPanel(kind, load, x: Self.left + column * (Self.panel + Self.gap), y: y, isFirst: column == 0)
      }
    }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private var legend: [String] {
    var x = Self.left
    var lines: [String] = []
    for policy in comparison.policies {
      lines.append("<rect class=\"\(policy.rawValue)\" x=\"\(x)\" y=\"34\" width=\"12\" height=\"12\"/>")
      lines.append("<text x=\"\(x + 17)\" y=\"45\">\(policy.rawValue)</text>")
      x += 38 + policy.rawValue.count * 8
    }
    lines.append("<line class=\"most\" x1=\"\(x)\" y1=\"40\" x2=\"\(x + 26)\" y2=\"40\"/>")
    lines.append("<text x=\"\(x + 32)\" y=\"45\">most that anybody could have met who knew the future</text>")
    return lines
  }

  private func drawPanel(_ kind: Chronicle.ClockKind, _ load: Int, x: Int, y: Int, isFirst: Bool) -> [String] {
    var lines: [String] = []
    let base = y + Self.height
    lines.append(
      "<text class=\"soft\" x=\"\(x)\" y=\"\(y - 6)\">before \(Comparison.name(kind)), \(load) a week</text>")
    for percent in [0, 50, 100] {
      let line = base - Self.height * percent / 100
      lines.append(
        "<line class=\"axis\" x1=\"\(x)\" y1=\"\(line)\" x2=\"\(x + Self.panel)\" y2=\"\(line)\" opacity=\""
          + (percent == 0 ? "1" : "0.3") + "\"/>")
      if isFirst {
        lines.append("<text class=\"soft\" x=\"\(x - 6)\" y=\"\(line + 4)\" text-anchor=\"end\">\(percent)</text>")
      }
    }
    let step = Self.panel / max(1, comparison.policies.count)
    for (place, policy) in comparison.policies.enumerated() {
      let clock = comparison.clock(kind, policy, load)
      guard clock.asked > 0 else { continue }
      let tall = Self.height * clock.met / clock.asked
      let (bar, middle) = (x + place * step + 8, x + place * step + step / 2)
      lines.append(
        "<rect class=\"\(policy.rawValue)\" x=\"\(bar)\" y=\"\(base - tall)\" width=\"\(step - 16)\" height=\"\(tall)\"/>"
      )
      lines.append(
        "<text x=\"\(middle)\" y=\"\(base + 16)\" text-anchor=\"middle\">\((100 * clock.met + clock.asked / 2) / clock.asked)</text>"
      )
    }
    if let policy = comparison.policies.first {
      let clock = comparison.clock(kind, policy, load)
      let line = clock.asked > 0 ? base - Self.height * clock.most / clock.asked : base
      lines.append("<line class=\"most\" x1=\"\(x)\" y1=\"\(line)\" x2=\"\(x + Self.panel)\" y2=\"\(line)\"/>")
    }
    return lines
  }
}
