import Foundation
import Testing

/// The rooms that a room may know, read off the `import` lines.
@Suite struct ImportTests {
    /// The modules that a room may import, apart from Foundation and the like.
    static let allowed: [String: Set<String>] = [
        "DjetJSON": [],
        "DjetStore": ["CLibPQ", "DjetJSON", "Logging", "DequeModule", "HeapModule", "Synchronization"],
        "DjetModel": ["DjetJSON", "DjetStore", "Crypto", "Logging", "Tracing", "XMLCoder"],
        "DjetEngine": [
            "DjetJSON", "DjetModel", "DjetStore", "HeapModule", "Hummingbird", "HTTPTypes", "Mustache",
            "NIOCore", "NIOHTTP1", "Logging", "CoreMetrics", "ServiceLifecycle", "Tracing",
        ],
        "DjetJobmachine": [
            "DjetJSON", "DjetModel", "DjetStore", "ServiceLifecycle", "Logging", "CoreMetrics", "DequeModule",
        ],
        "DjetCommand": [
            "DjetJSON", "DjetStore", "DjetModel", "DjetEngine", "DjetJobmachine", "ArgumentParser",
            "ServiceLifecycle", "UnixSignals", "Logging", "CoreMetrics", "Configuration",
            "Subprocess", "Tracing",
        ],
        "DjetTesting": [
            "DjetStore", "DjetModel", "DjetJobmachine", "DjetCommand", "ServiceLifecycle", "Logging",
            "Testing",
        ],
        "DjetTools": [
            "DjetJSON", "DjetModel", "DjetJobmachine", "DjetCommand", "AsyncHTTPClient", "Crypto", "NIOCore",
            "NIOHTTP1", "NIOSSL", "Subprocess", "SystemPackage",
        ],
        "djet": ["DjetCommand", "DjetTools"],
    ]
    /// The same for the benchmark, which no room may import.
    static let allowedInBenchmark: Set<String> = [
        // For the plain programs that Djet is measured beside.
        "CLibPQ",
        "DjetCommand", "DjetJobmachine", "DjetModel", "DjetStore", "ArgumentParser", "Histogram", "Logging",
        "ServiceLifecycle",
    ]
    static let always: Set<String> = ["Foundation", "Glibc"]
    /// The folders that may call libpq.
    static let callers: Set<String> = [
        "Sources/DjetStore/Connection", "Sources/DjetStore/Rows",
        // It calls epoll, whose header comes along.
        "Sources/DjetStore/Reactor",
        // The plain programs that Djet is measured beside.
        "Benchmarks/djet-bench/Plain", "Benchmarks/hello-world",
        "Tests/DjetStoreTests/Connection",
        // Another program's driver.
        "Tests/HouseTests/Guide",
    ]

    @Test(arguments: allowed.keys.sorted())
    func aRoomKnowsOnlyWhatItMay(room: String) throws {
        let allowed = try #require(Self.allowed[room]).union(Self.always)
        for file in House.swiftFiles(in: "Sources/\(room)") {
            let foreign = Set(file.imports).subtracting(allowed)
            #expect(foreign.isEmpty, "\(file.path) imports \(foreign.sorted())")
        }
    }

    @Test func libpqIsCalledInItsFoldersAlone() {
        let files = House.everySwiftFile.filter { $0.imports.contains("CLibPQ") }
        let folders = Set(files.map(\.folder))
        #expect(folders.subtracting(Self.callers).isEmpty, "use DjetStore there")
        #expect(Self.callers.subtracting(folders).isEmpty, "take these out of the list")
    }

    @Test func theBenchmarkKnowsOnlyWhatItMay() {
        let files = House.swiftFiles(in: "Benchmarks/djet-bench")
        #expect(!files.isEmpty)
        let allowed = Self.allowedInBenchmark.union(Self.always)
        for file in files {
            let foreign = Set(file.imports).subtracting(allowed)
            #expect(foreign.isEmpty, "\(file.path) imports \(foreign.sorted())")
        }
    }

    @Test func everyRoomIsListed() throws {
        let tools: Set<String> = [
            "CLibPQ", "EmbedReferences", "EmbedSQL", "EmbedShop", "EmbedWeb", "embed-text",
        ]
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

    @Test func eachKindOfImportIsFound() {
        let lines = [
            "public import B", "@testable import A", "// import E", "let text = \"import F\"",
            "@preconcurrency import G",
        ]
        let file = House.File(path: "a/b/c.swift", text: lines.joined(separator: "\n"))
        #expect(file.imports == ["B", "A", "G"])
        #expect(file.importLines.sorted().map(\.module) == ["B", "G", "A"])
        #expect(file.folder == "a/b")
    }
}
