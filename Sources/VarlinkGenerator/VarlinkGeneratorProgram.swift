import Glibc
import TextFiles

/// `VarlinkGenerator FOLDER INTERFACE.varlink...`: makes Swift of interface definitions, into the folder.
///
/// Exit codes: 0 written; 64 usage; 65 a definition is wrong (every problem on standard error, nothing written);
/// 74 a file could not be read or written.
@main
struct VarlinkGeneratorProgram {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, arguments.count > 1 else {
      TextFile.report("usage: VarlinkGenerator FOLDER INTERFACE.varlink...")
      exit(64)
    }
    do throws(TextFile.Failure) {
      var sources: [(path: String, bytes: [UInt8])] = []
      // Sorted, so that the result does not depend on the order in which somebody lists the files.
      for path in arguments.dropFirst().sorted() { sources.append((path, try TextFile.read(path))) }
      switch InterfaceSet.gather(sources) {
      case .failure(let problems):
        for problem in problems.list { TextFile.report(problem.description) }
        exit(65)
      case .success(let set):
        for file in SwiftFiles.of(set) { try TextFile.update("\(folder)/\(file.name)", file.text) }
      }
    } catch {
      TextFile.report(error.description)
      exit(74)
    }
  }
}
