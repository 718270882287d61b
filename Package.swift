// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "djet",
    products: [
        .library(name: "DjetJSON", targets: ["DjetJSON"]),
        .library(name: "DjetStore", targets: ["DjetStore"]),
        .library(name: "DjetModel", targets: ["DjetModel"]),
        .library(name: "DjetEngine", targets: ["DjetEngine"]),
        .library(name: "DjetJobmachine", targets: ["DjetJobmachine"]),
        .library(name: "DjetCommand", targets: ["DjetCommand"]),
        .library(name: "DjetTesting", targets: ["DjetTesting"]),
        .library(name: "DjetTools", targets: ["DjetTools"]),
        .plugin(name: "EmbedSQL", targets: ["EmbedSQL"]),
        .executable(name: "djet", targets: ["djet"]),
        .executable(name: "djet-bench", targets: ["djet-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/CoreOffice/XMLCoder", from: "0.18.2"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "DjetJSON"),
        .target(
            name: "DjetStore",
            dependencies: [
                "CLibPQ", "DjetJSON",
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "HeapModule", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "DjetModel",
            dependencies: [
                "DjetJSON", "DjetStore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "XMLCoder", package: "XMLCoder"),
            ],
            plugins: ["EmbedSQL"]),
        .target(
            name: "DjetEngine",
            dependencies: [
                "DjetJSON", "DjetModel",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HeapModule", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ],
            exclude: ["Web"], plugins: ["EmbedWeb"]),
        .target(
            name: "DjetJobmachine",
            dependencies: [
                "DjetJSON", "DjetModel",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .target(
            name: "DjetCommand",
            dependencies: [
                "DjetEngine", "DjetJSON", "DjetJobmachine",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            plugins: ["EmbedShop"]),
        .target(
            name: "DjetTesting",
            dependencies: [
                "DjetCommand", "DjetJobmachine",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .target(
            name: "DjetTools",
            dependencies: [
                "DjetCommand", "DjetJSON", "DjetJobmachine", "DjetModel",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .executableTarget(name: "djet", dependencies: ["DjetCommand", "DjetTools"]),
        // The guide: a DocC catalog, and a source file without code, which every target needs.
        .target(name: "DjetGuide", path: "docs"),

        .executableTarget(
            name: "djet-bench",
            dependencies: [
                "CLibPQ", "DjetCommand", "DjetJobmachine",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Histogram", package: "hdrhistogram-swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Benchmarks/djet-bench", plugins: ["EmbedReferences"]),
        .executableTarget(
            name: "hello-world",
            dependencies: ["CLibPQ", .product(name: "Hummingbird", package: "hummingbird")],
            path: "Benchmarks/hello-world"),
        .executableTarget(
            name: "row-site", dependencies: ["DjetCommand", "DjetEngine"], path: "Benchmarks/row-site"),
        .executableTarget(
            name: "speaker",
            dependencies: ["DjetCommand", "DjetModel", .product(name: "Logging", package: "swift-log")],
            path: "Benchmarks/speaker"),

        .executableTarget(name: "embed-text"),
        .plugin(
            name: "EmbedSQL", capability: .buildTool(), dependencies: ["embed-text"], path: "Sources/EmbedSQL"
        ),
        .plugin(
            name: "EmbedReferences", capability: .buildTool(), dependencies: ["embed-text"],
            path: "Sources/EmbedReferences"
        ),
        .plugin(
            name: "EmbedShop", capability: .buildTool(), dependencies: ["embed-text"],
            path: "Sources/EmbedShop"
        ),
        .plugin(
            name: "EmbedWeb", capability: .buildTool(), dependencies: ["embed-text"], path: "Sources/EmbedWeb"
        ),

        .target(
            name: "DjetTestSupport",
            dependencies: [
                "DjetEngine", "DjetJobmachine", "DjetTesting",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Tests/DjetTestSupport"),
        .executableTarget(
            name: "embedded-holder", dependencies: ["DjetStore"], path: "Tests/embedded-holder"),
        .testTarget(name: "DjetJSONTests", dependencies: ["DjetJSON"]),
        .testTarget(
            name: "DjetStoreTests",
            dependencies: [
                "CLibPQ", "DjetJSON", "DjetStore", "DjetTestSupport", "embedded-holder",
                .product(name: "InMemoryLogging", package: "swift-log"),
            ]),
        .executableTarget(
            name: "test-worker",
            dependencies: [
                "DjetTestSupport",
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            path: "Tests/test-worker"),
        .executableTarget(
            name: "chaos",
            dependencies: [
                "DjetJobmachine", "DjetTestSupport", "DjetTesting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            path: "Tests/Chaos", exclude: ["README.md"]),
        .testTarget(
            name: "WayTests",
            dependencies: [
                "DjetTestSupport", "chaos", "test-worker",
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
            ]),
        .testTarget(
            name: "TimedTests",
            dependencies: ["DjetEngine", "DjetJSON", "DjetTestSupport", "chaos", "test-worker"]),
        .testTarget(name: "DjetModelTests", dependencies: ["DjetJSON", "DjetJobmachine", "DjetTestSupport"]),
        .testTarget(
            name: "HouseTests",
            dependencies: [
                "CLibPQ", "DjetCommand", "DjetJSON", "DjetTestSupport", "DjetTesting", "DjetTools",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(
            name: "DjetEngineTests",
            dependencies: [
                "DjetEngine", "DjetJSON", "DjetTestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .testTarget(
            name: "DjetJobmachineTests", dependencies: ["DjetJSON", "DjetJobmachine", "DjetTestSupport"]),
        .testTarget(name: "DjetTestingTests", dependencies: ["DjetTestSupport", "DjetTesting"]),
        .testTarget(
            name: "DjetToolsTests",
            dependencies: [
                "DjetCommand", "DjetJSON", "DjetJobmachine", "DjetModel", "DjetTestSupport", "DjetTools",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .executableTarget(
            name: "shop",
            dependencies: ["DjetCommand", "DjetEngine", "DjetJobmachine", "DjetModel", "DjetStore"],
            path: "Examples/Shop/Sources/shop", exclude: ["sql"], plugins: ["EmbedSQL"]),
        .testTarget(
            name: "shopTests", dependencies: ["DjetTesting", "shop"], path: "Examples/Shop/Tests/shopTests"),
        .executableTarget(
            name: "greeter",
            dependencies: [
                "DjetCommand", "DjetEngine", "DjetJobmachine", "DjetModel", "DjetStore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Examples/Greeter", exclude: ["README.md"]),
        .executableTarget(
            name: "hummingbird-jobs",
            dependencies: [
                "DjetEngine", "DjetJobmachine", "DjetModel", "DjetStore",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Examples/Hummingbird", exclude: ["README.md"]),
        .target(
            name: "ImportFromSwiftJobs", dependencies: ["DjetCommand", "DjetModel", "DjetStore"],
            path: "Examples/ImportFromSwiftJobs", exclude: ["README.md", "sql"], plugins: ["EmbedSQL"]),
        .testTarget(
            name: "ExampleTests",
            dependencies: [
                "DjetTestSupport", "DjetTesting", "ImportFromSwiftJobs", "greeter", "hummingbird-jobs",
            ]),
        .executableTarget(name: "office", dependencies: ["DjetCommand"], path: "Tests/office"),
        .testTarget(
            name: "DjetCommandTests",
            dependencies: [
                "DjetCommand", "DjetTestSupport", "djet", "djet-bench", "office", "shop", "test-worker",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where ![.system, .plugin].contains(target.type) {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
