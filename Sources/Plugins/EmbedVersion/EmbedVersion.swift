import PackagePlugin

/// Makes a Swift constant of `deploy/VERSION`, so that programs, package and `GetInfo` tell the same version.
@main
struct EmbedVersion: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let version = context.package.directoryURL.appending(path: "deploy/VERSION")
    let output = context.pluginWorkDirectoryURL.appending(path: "BankumVersion.swift")
    return [
      .buildCommand(
        displayName: "Version of bankum", executable: try context.tool(named: "VersionGenerator").url,
        arguments: [version.path, output.path], inputFiles: [version], outputFiles: [output])
    ]
  }
}
