import PackagePlugin

/// Makes Swift of a target's `.words` files before the target is compiled.
@main
struct GenerateWords: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let files = target.sourceModule?.sourceFiles else { return [] }
    let catalogue = files.map(\.url).filter { $0.pathExtension == "words" }.sorted { $0.path < $1.path }
    if catalogue.isEmpty { return [] }
    let output = context.pluginWorkDirectoryURL.appending(path: "Message+Catalogue.swift")
    return [
      .buildCommand(
        displayName: "Words of \(target.name)", executable: try context.tool(named: "WordsGenerator").url,
        arguments: [output.path] + catalogue.map(\.path), inputFiles: catalogue, outputFiles: [output])
    ]
  }
}
