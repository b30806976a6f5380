import PackagePlugin

/// Makes Swift of a target's `.varlink` files before the target is compiled: one file an interface, and one for
/// the types that the interfaces share. All files go through one run, because types of one name must be the same.
@main
struct GenerateVarlink: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let files = target.sourceModule?.sourceFiles else { return [] }
    let interfaces = files.map(\.url).filter { $0.pathExtension == "varlink" }.sorted { $0.path < $1.path }
    if interfaces.isEmpty { return [] }
    let folder = context.pluginWorkDirectoryURL
    // The generator names its files the same way: after the interfaces, and this one.
    let names = interfaces.map { $0.deletingPathExtension().lastPathComponent } + ["VarlinkTypes"]
    return [
      .buildCommand(
        displayName: "Varlink interfaces of \(target.name)",
        executable: try context.tool(named: "VarlinkGenerator").url,
        arguments: [folder.path] + interfaces.map(\.path), inputFiles: interfaces,
        outputFiles: names.map { folder.appending(path: "\($0).swift") })
    ]
  }
}
