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
  dependencies: [
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2")
  ],
  targets: [
    // Floor 0: values.
    room("JSON", exclude: ["README.md"]),

    // Floor 2: what stands on the values and the wire.
    .systemLibrary(
      name: "CSystemd", path: "Sources/Systemd/CSystemd", pkgConfig: "libsystemd",
      providers: [.apt(["libsystemd-dev"])]),
    room(
      "Systemd", ["CSystemd", .product(name: "Logging", package: "swift-log")],
      exclude: ["README.md", "CSystemd"]),

    tests("JSONTests", ["JSON"]),
    tests("SystemdTests", ["Systemd", .product(name: "Logging", package: "swift-log")]),
  ],
  swiftLanguageModes: [.v6]
)
