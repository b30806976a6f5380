// swift-tools-version: 6.2
import PackageDescription

// Every arrow points down: Sources/README.md is the map, Tests/HouseTests asserts it.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Targets that are compiled as for a release in a debug build too: `deploy/sanitize` names some, because a sanitizer
/// makes everything ten times slower.
let optimised = Set((Context.environment["BANKUM_OPTIMISED"] ?? "").split(separator: ",").map(String.init))

func settings(of target: String) -> [SwiftSetting] {
  optimised.contains(target) ? settings + [.unsafeFlags(["-O"])] : settings
}

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings(of: name), plugins: plugins)
}

func program(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings(of: name))
}

func product(_ name: String, _ package: String) -> Target.Dependency {
  .product(name: name, package: package)
}

func generator(_ name: String, by program: String) -> Target {
  .plugin(
    name: name, capability: .buildTool(), dependencies: [.target(name: program)], path: "Sources/Plugins/\(name)")
}

let package = Package(
  name: "bankum",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // Floor 0: values.
    room("JSON", exclude: ["README.md"]),
    room("BankumModel", exclude: ["README.md"]),
    room("Matching", exclude: ["README.md"]),
    room("TextFiles", exclude: ["README.md"]),
    room("BankumWords", exclude: ["README.md"], plugins: ["GenerateWords"]),

    // Floor 1: the protocol and the contract.
    room("Varlink", ["JSON"], exclude: ["README.md"]),
    room("Instances", ["Matching", "JSON"], exclude: ["README.md"]),
    room(
      "BankumAPI", ["Varlink", "JSON"], exclude: ["README.md"], plugins: ["GenerateVarlink", "EmbedVersion"]),

    // Floor 2: the wire and the service manager.
    room(
      "VarlinkServer",
      [
        "Varlink", "JSON", product("NIOCore", "swift-nio"), product("NIOPosix", "swift-nio"),
        product("NIOConcurrencyHelpers", "swift-nio"),
      ], exclude: ["README.md"]),
    .systemLibrary(
      name: "CSystemd", path: "Sources/Systemd/CSystemd", pkgConfig: "libsystemd",
      providers: [.apt(["libsystemd-dev"])]),
    room("Systemd", ["CSystemd", product("Logging", "swift-log")], exclude: ["README.md", "CSystemd"]),
    .systemLibrary(
      name: "CSQLite", path: "Sources/BankumStore/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]),
    room(
      "BankumStore",
      ["BankumModel", "JSON", "CSQLite", product("GRDB", "GRDB.swift"), product("Crypto", "swift-crypto")],
      exclude: ["README.md", "CSQLite"]),
    room("BankumExchange", ["BankumModel"], exclude: ["README.md"]),
    room("BankumPlanning", ["BankumModel", "Matching"], exclude: ["README.md"]),

    // Floor 3: what people do.
    room(
      "BankumOffice",
      ["BankumStore", "BankumPlanning", "BankumExchange", "Instances", "Matching", "BankumModel", "JSON"],
      exclude: ["README.md"]),

    // Floor 4: who are you, may you; and the way there.
    room(
      "BankumControl",
      [
        "BankumAPI", "BankumOffice", "BankumStore", "BankumPlanning", "BankumExchange", "BankumModel", "BankumWords",
        "Varlink", "JSON",
      ],
      exclude: ["README.md"]),
    room("BankumClient", ["BankumAPI", "Varlink", "JSON"], exclude: ["README.md"]),

    // Floor 5: the programs.
    program(
      "bankumd",
      [
        "BankumControl", "BankumOffice", "BankumStore", "BankumModel", "BankumWords", "VarlinkServer", "Varlink",
        "Systemd",
        product("ArgumentParser", "swift-argument-parser"), product("Logging", "swift-log"),
        product("ServiceLifecycle", "swift-service-lifecycle"), product("UnixSignals", "swift-service-lifecycle"),
        "BankumAPI", product("Yams", "Yams"),
      ], exclude: ["README.md"]),
    program(
      "bankumctl", ["BankumClient", "BankumAPI", "BankumWords", "Varlink", "JSON"], exclude: ["README.md"]),
    program(
      "bankum-match", ["Instances", "Matching", "JSON", product("ArgumentParser", "swift-argument-parser")],
      exclude: ["README.md"]),
    program(
      "varlink-certification", ["VarlinkServer", "Varlink", "JSON", product("UnixSignals", "swift-service-lifecycle")],
      exclude: ["README.md"], plugins: ["GenerateVarlink"]),

    // Beside the house: what makes Swift from the catalogue and from interface definitions.
    program("WordsGenerator", ["TextFiles"], exclude: ["README.md"]),
    generator("GenerateWords", by: "WordsGenerator"),
    program("VarlinkGenerator", ["TextFiles", "Varlink"], exclude: ["README.md"]),
    generator("GenerateVarlink", by: "VarlinkGenerator"),
    program("VersionGenerator", ["TextFiles"]),
    room("SeededNumbers", exclude: ["README.md"]),
    program("SeedGenerator", ["BankumExchange", "BankumModel", "SeededNumbers"], exclude: ["README.md"]),
    generator("EmbedVersion", by: "VersionGenerator"),
    room(
      "BankumTesting", ["BankumOffice", "BankumStore", "BankumExchange", "BankumModel", "SeededNumbers"],
      exclude: ["README.md"]),
    // Under test by kill and by a full disk: see Tests/System/store.
    .executableTarget(
      name: "store-torture", dependencies: ["BankumStore", "BankumModel", "JSON", "CSQLite"],
      path: "Tests/System/StoreTorture", swiftSettings: settings),

    // The sample facility over weeks: see Tests/Simulation.
    .executableTarget(
      name: "house-simulation",
      dependencies: [
        "BankumPlanning", "BankumModel", "Matching", "BankumOffice", "BankumStore", "BankumTesting", "JSON",
        "SeededNumbers",
      ],
      path: "Tests/Simulation", exclude: ["README.md"], swiftSettings: settings(of: "house-simulation")),

    tests("MatchingTests", ["Matching"]),
    tests("BankumMatchTests", ["bankum-match", "Instances", "Matching", "JSON"]),
    tests("InstancesTests", ["Instances", "Matching"]),
    tests(
      "SimulationTests",
      [
        "house-simulation", "BankumPlanning", "BankumModel", "BankumOffice", "BankumStore", "BankumTesting", "JSON",
        "SeededNumbers",
      ]),
    tests("JSONTests", ["JSON", "SeededNumbers"]),
    tests("BankumModelTests", ["BankumModel", "SeededNumbers"]),
    tests("BankumExchangeTests", ["BankumExchange", "BankumModel", "BankumWords", "SeededNumbers"]),
    tests("SeedGeneratorTests", ["SeedGenerator", "BankumExchange", "BankumModel"]),
    tests("BankumPlanningTests", ["BankumPlanning", "BankumModel", "Matching", "SeededNumbers"]),
    tests("BankumWordsTests", ["BankumWords", "WordsGenerator", "SeededNumbers"]),
    tests("WordsGeneratorTests", ["WordsGenerator", "SeededNumbers"]),
    tests("VarlinkTests", ["Varlink", "JSON", "SeededNumbers"]),
    .target(
      name: "OddExample", dependencies: ["Varlink", "JSON"], path: "Tests/OddExample", swiftSettings: settings,
      plugins: ["GenerateVarlink"]),
    tests("TextFilesTests", ["TextFiles"]),
    tests("VarlinkGeneratorTests", ["VarlinkGenerator", "OddExample", "TextFiles", "Varlink", "JSON"]),
    tests("BankumAPITests", ["BankumAPI", "Varlink", "JSON"]),
    tests("CertificationTests", ["varlink-certification", "Varlink", "JSON"]),
    tests("VarlinkServerTests", ["VarlinkServer", "Varlink", "JSON", "SeededNumbers"]),
    tests(
      "BankumControlTests",
      [
        "BankumControl", "BankumTesting", "BankumOffice", "BankumStore", "BankumExchange", "BankumAPI", "BankumModel",
        "BankumWords", "Varlink", "JSON", "SeededNumbers",
      ]),
    tests(
      "BankumOfficeTests",
      [
        "BankumOffice", "BankumTesting", "BankumPlanning", "BankumStore", "BankumExchange", "BankumModel", "Instances",
        "Matching", "JSON", "SeedGenerator", "SeededNumbers",
      ]),
    tests("BankumStoreTests", ["BankumStore", "BankumModel", "JSON", product("GRDB", "GRDB.swift"), "SeededNumbers"]),
    tests("HouseTests", ["BankumAPI", "BankumControl", "Varlink"]),
    tests(
      "EndToEndTests", ["bankumd", "bankumctl", "bankum-match", "BankumAPI", "BankumModel", "BankumStore", "Varlink"]),
    tests("SystemdTests", ["Systemd", product("Logging", "swift-log")]),
  ],
  swiftLanguageModes: [.v6]
)
