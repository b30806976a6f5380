/// A week in numbers.
struct Week {
  var number: Int
  var filed = 0
  var closed = 0
  var placed = 0
  var placedInFirstTier = 0
  var workingDays = 0
  var held = 0
  var open = 0
  /// The most requests of the first tier that a run left waiting.
  var firstTierWaiting = 0

  init(number: Int) { self.number = number }

  static let heading = "week  filed  placed  of tier 1  held  ended   open  tier 1 waiting"

  var text: String {
    Table.row([
      (number, 4), (filed, 7), (placed, 8), (placedInFirstTier, 11), (held, 6), (closed, 7), (open, 7),
      (firstTierWaiting, 16),
    ])
  }
}

/// Numbers in columns.
enum Table {
  static func row(_ cells: [(Int, Int)]) -> String {
    cells.map { number, width in
      let text = "\(number)"
      return String(repeating: " ", count: max(0, width - text.count)) + text
    }.joined()
  }
}
