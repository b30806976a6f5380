import Glibc
import TextFiles

/// `WordsGenerator OUTPUT.swift CATALOGUE.words...`: turns the catalogue into Swift.
///
/// Exit codes: 0 written; 64 usage; 65 the catalogue is wrong (every problem on standard error); 74 files.
@main
struct WordsGeneratorProgram {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let output = arguments.first, arguments.count > 1 else {
      TextFile.report("usage: WordsGenerator OUTPUT.swift CATALOGUE.words...")
      exit(64)
    }
    do throws(TextFile.Failure) {
      var files: [CatalogueParser.Result] = []
      for path in arguments.dropFirst().sorted() {
        files.append(CatalogueParser.parse(file: path, bytes: try TextFile.read(path)))
      }
      let (catalogue, problems) = Catalogue.gather(files)
      for problem in problems { TextFile.report(problem.description) }
      if !problems.isEmpty { exit(65) }
      try TextFile.update(output, SwiftWriter(catalogue).source())
    } catch {
      TextFile.report(error.description)
      exit(74)
    }
  }
}
