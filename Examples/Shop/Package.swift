// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "shop",
    dependencies: [.package(name: "djet", path: "../..")],
    targets: [
        .executableTarget(
            name: "shop",
            dependencies: [
                .product(name: "DjetCommand", package: "djet"),
                .product(name: "DjetEngine", package: "djet"),
                .product(name: "DjetJobmachine", package: "djet"),
                .product(name: "DjetModel", package: "djet"),
                .product(name: "DjetStore", package: "djet"),
            ],
            exclude: ["sql"], plugins: [.plugin(name: "EmbedSQL", package: "djet")]),
        .testTarget(
            name: "shopTests", dependencies: ["shop", .product(name: "DjetTesting", package: "djet")]),
    ]
)
