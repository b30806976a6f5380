import Glibc

/// Writes a sample facility: `SeedGenerator --seed N [--inmates N] [--name NAME] [--dirt N] OUTPUT-DIR`.
@main
enum SeedGeneratorProgram {
  static func main() {
    guard let options = Options(Array(CommandLine.arguments.dropFirst())) else { fail(Options.usage, status: 64) }
    var maker = FacilityMaker(options)
    let facility = maker.make()
    _ = mkdir(options.directory, 0o755)
    for file in FacilityFiles(facility).all() {
      write(file.bytes, to: "\(options.directory)/\(file.name)")
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "we") else { fail("\(path): cannot be written", status: 73) }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { fail("\(path): not written whole", status: 74) }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    let line = message + "\n"
    _ = line.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
    exit(status)
  }
}
