/// What the command line asks for.
struct Options: Equatable {
  /// The seed: another one gives other people and other dirt.
  var seed: UInt64 = 1
  /// How many inmates; everything else grows with them.
  var inmates = 3290
  /// What the facility is called.
  var name = "Rutan Kelas I Medan"
  /// How dirty the files are, 0 to 100.
  var dirt = 30
  /// Where the files go.
  var directory = ""

  static let usage = "usage: SeedGenerator --seed N [--inmates N] [--name NAME] [--dirt N] OUTPUT-DIR"

  /// Reads the arguments; nil if they make no sense.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        guard directory.isEmpty else { return nil }
        directory = argument
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch argument {
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      case "--inmates":
        guard let number = Int(value), (50...100_000).contains(number) else { return nil }
        inmates = number
      case "--name": name = value
      case "--dirt":
        guard let number = Int(value), (0...100).contains(number) else { return nil }
        dirt = number
      default: return nil
      }
    }
    guard !directory.isEmpty, !name.isEmpty else { return nil }
  }

  init(seed: UInt64, inmates: Int = 3290, dirt: Int = 30) {
    self.seed = seed
    self.inmates = inmates
    self.dirt = dirt
  }

  /// A count that grows with the facility: so many for each 3,290 inmates.
  func scaled(_ count: Int) -> Int { (count * inmates + 3290 / 2) / 3290 }
}
