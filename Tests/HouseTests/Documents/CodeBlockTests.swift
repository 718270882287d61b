import DjetTestSupport
import Foundation
import Testing

/// The Swift code that the documents show is compiled.
@Suite struct CodeBlockTests {
    static let blocks = House.blocks(in: "swift")
    /// The compiled files that documents show, in the form that `plain` gives a block.
    private static let sources = ["Tests/HouseTests/Guide", "Tests/office"].flatMap(House.swiftFiles)
        .map { plain($0.text) }

    @Test(arguments: blocks.filter { !$0.isManifest })
    func aBlockStandsInACompiledFile(block: House.Block) {
        let text = Self.plain(block.text)
        #expect(
            Self.sources.contains { $0.contains(text) },
            "\(block.path):\(block.line): put this code into a file of Tests/HouseTests/Guide")
    }

    @Test(arguments: blocks.filter(\.isManifest))
    func aManifestIsOne(block: House.Block) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "djet-manifest-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try block.text.write(
            to: folder.appending(path: "Package.swift"), atomically: true, encoding: .utf8)
        let package = try TestProcess(
            "swift", ["package", "--package-path", folder.path(), "dump-package"], isBuiltHere: false)
        let text = try await package.text()
        #expect(await package.exitCode() == 0)
        #expect(text.contains("DjetCommand"), "\(text)")
    }

    @Test func thereAreBlocksOfBothKinds() {
        #expect(Self.blocks.count { $0.isManifest } == 3)
        #expect(Self.blocks.count > 20)
    }

    /// A block counts though it is indented otherwise, and names a program's beginning.
    @Test func theFormOfABlockCountsForNothing() {
        let text = "    @main struct A {\n        let b = 1\n    }"
        #expect(Self.plain(text) == "\nstruct A {\nlet b = 1\n}\n")
    }

    /// Returns code without the margins of its lines, and without `@main`, which a test target cannot have.
    private static func plain(_ code: String) -> String {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let text = line.drop { $0 == " " }
            return text.hasPrefix("@main ") ? text.dropFirst("@main ".count) : text
        }
        return "\n" + lines.joined(separator: "\n") + "\n"
    }
}

extension House.Block {
    /// True if it is the manifest of a package.
    fileprivate var isManifest: Bool { text.hasPrefix("// swift-tools-version") }
}
