// swift-tools-version: 6.2
import PackageDescription

// Every arrow points down: Sources/README.md is the map, Tests/HouseTests asserts it.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings, plugins: plugins)
}

func program(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .executableTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "bankum",
  targets: [
    // Floor 0: values.
    room("JSON", exclude: ["README.md"]),

    // Floor 1: the protocol.
    room("Varlink", ["JSON"], exclude: ["README.md"]),

    tests("JSONTests", ["JSON"]),
    tests("VarlinkTests", ["Varlink", "JSON"]),
  ],
  swiftLanguageModes: [.v6]
)
