import Foundation
import Testing

/// Which room may know which: the rule of the house, read off the `import` lines.
@Suite struct ImportTests {
    /// The modules that a room may import, apart from Foundation and the like.
    static let allowed: [String: Set<String>] = [
        "DjetStore": ["CLibPQ", "Logging", "DequeModule", "HeapModule", "Synchronization"],
        "DjetModel": ["DjetStore", "Logging", "Tracing"],
        "DjetEngine": [
            "DjetModel", "DjetStore", "HeapModule", "Hummingbird", "HTTPTypes", "Mustache", "NIOCore",
            "NIOHTTP1", "Logging", "CoreMetrics", "ServiceLifecycle",
        ],
        "DjetJobmachine": ["DjetModel", "DjetStore", "ServiceLifecycle", "Logging", "DequeModule"],
        "DjetCommand": [
            "DjetStore", "DjetModel", "DjetEngine", "DjetJobmachine", "ArgumentParser", "ServiceLifecycle",
            "UnixSignals", "Logging", "CoreMetrics", "Configuration",
        ],
        "djet": ["DjetCommand"],
    ]
    /// The same for the benchmark, which no room may import.
    static let allowedInBenchmark: Set<String> = [
        // For the plain programs that Djet is measured beside.
        "CLibPQ",
        "DjetCommand", "DjetJobmachine", "DjetModel", "DjetStore", "ArgumentParser", "Histogram", "Logging",
        "ServiceLifecycle",
    ]
    static let always: Set<String> = ["Foundation", "Glibc"]

    @Test(arguments: allowed.keys.sorted())
    func aRoomKnowsOnlyWhatItMay(room: String) throws {
        let allowed = try #require(Self.allowed[room]).union(Self.always)
        for file in House.swiftFiles(in: "Sources/\(room)") {
            for module in file.imports {
                #expect(allowed.contains(module), "\(file.path) imports \(module)")
            }
        }
    }

    @Test func theBenchmarkKnowsOnlyWhatItMay() {
        let files = House.swiftFiles(in: "Benchmarks/djet-bench")
        #expect(!files.isEmpty)
        let allowed = Self.allowedInBenchmark.union(Self.always)
        for file in files {
            for module in file.imports {
                #expect(allowed.contains(module), "\(file.path) imports \(module)")
            }
        }
    }

    @Test func everyRoomIsListed() throws {
        let tools: Set<String> = ["CLibPQ", "EmbedReferences", "EmbedSQL", "EmbedWeb", "embed-text"]
        let rooms = try FileManager.default.contentsOfDirectory(
            atPath: House.root.appending(path: "Sources").path())
        #expect(Set(rooms).subtracting(tools) == Set(Self.allowed.keys))
    }

    @Test func theModelHasNoClockAndNoEnvironmentOfItsOwn() {
        for file in House.swiftFiles(in: "Sources/DjetModel") {
            for word in ["Date()", "Date.now", "ProcessInfo", "getenv", "ContinuousClock"] {
                #expect(!file.text.contains(word), "\(file.path) says \(word)")
            }
        }
    }

    @Test func importsAreSorted() {
        for file in House.everySwiftFile where file.importLines != file.importLines.sorted() {
            let order = file.importLines.sorted().map(\.module).joined(separator: ", ")
            Issue.record("\(file.path): sort the imports by module, @testable ones last: \(order)")
        }
    }
}
