// swift-tools-version: 6.2

import PackageDescription

/// `scripts/fuzz` builds the fuzzing program, with our own code instrumented for libFuzzer.
let isFuzzing = Context.environment["LANTOA_FUZZ"] == "1"

// One target a layer; arrows point down only. `make lint` refuses an import that is not declared here.
let package = Package(
  name: "lantoa",
  products: [.executable(name: "lantoa", targets: ["lantoa"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Domain"),
    .target(name: "Coverage", dependencies: ["Domain"]),
    .target(name: "Tabular"),
    .target(name: "Intake", dependencies: ["Domain", "Tabular"]),
    .systemLibrary(name: "CCmark"),
    .target(
      name: "Courseware",
      dependencies: ["CCmark", "Domain", .product(name: "Yams", package: "Yams")]),
    .systemLibrary(name: "CSQLite"),
    .target(
      name: "Storage",
      dependencies: [
        "CSQLite", "Coverage", "Domain",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "Synthetic", dependencies: ["Domain"]),
    .target(
      name: "Site",
      dependencies: [
        "Courseware", "Domain", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Preview",
      dependencies: [
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
    .target(
      name: "Commands",
      dependencies: [
        "Coverage", "Courseware", "Domain", "Intake", "Preview", "Site", "Storage", "Synthetic",
        "Tabular",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "lantoa", dependencies: ["Commands"]),
    .target(name: "TestSupport", dependencies: ["Courseware", "Domain", "Storage"]),
    .target(
      name: "FuzzLaws",
      dependencies: [
        "Commands", "Courseware", "Coverage", "Domain", "Intake", "Site", "Storage", "Tabular",
        "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Fuzz/Laws"),

    .testTarget(name: "DomainTests", dependencies: ["Domain", "TestSupport"]),
    .testTarget(name: "CoverageTests", dependencies: ["Coverage", "Domain", "TestSupport"]),
    .testTarget(name: "TabularTests", dependencies: ["Tabular"]),
    .testTarget(name: "IntakeTests", dependencies: ["Domain", "Intake", "Tabular"]),
    .testTarget(
      name: "CoursewareTests", dependencies: ["Courseware", "Domain", "Storage", "TestSupport"]),
    .testTarget(
      name: "StorageTests",
      dependencies: ["Coverage", "Domain", "Storage", "Synthetic", "TestSupport"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Courseware", "Domain", "Site", "Storage", "TestSupport",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .testTarget(
      name: "BrowserTests",
      dependencies: ["Courseware", "Site", "Storage", "TestSupport"],
      exclude: ["checks"]),
    .testTarget(
      name: "PreviewTests",
      dependencies: [
        "Preview",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ]),
    .testTarget(name: "SyntheticTests", dependencies: ["Domain", "Synthetic", "TestSupport"]),
    .testTarget(
      name: "CommandsTests",
      dependencies: ["Commands", "Domain", "Intake", "Storage", "Tabular", "TestSupport"]),
    .testTarget(
      name: "OracleTests", dependencies: ["Coverage", "Domain", "Storage", "TestSupport"]),
    .testTarget(name: "FuzzTests", dependencies: ["Domain", "FuzzLaws"]),
    .testTarget(name: "EndToEndTests", dependencies: ["Domain", "TestSupport", "lantoa"]),
  ]
)

if isFuzzing {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzLaws"], path: "Fuzz/Driver",
      // The other linker stops at libFuzzer's debugging information.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
  if isFuzzing, target.type != .test {
    target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"]))
  }
}
