import Foundation
import Testing

/// The documents name files that exist.
@Suite struct DocumentTests {
    static let names = ["README.md"] + House.files(in: "docs", ending: ".md").map(\.path)

    @Test(arguments: names) func theFilesOfADocumentExist(name: String) throws {
        let document = try #require(House.file(name))
        let paths = document.links + document.paths
        #expect(!paths.isEmpty)
        for path in paths {
            let file = House.root.appending(path: path).standardizedFileURL
            #expect(
                FileManager.default.fileExists(atPath: file.path(percentEncoded: false)),
                "\(name) names \(path), which does not exist")
        }
    }

    /// The table of promises names the tests that prove them.
    @Test func theTestsThatReadmeNamesExist() throws {
        let readme = try #require(House.file("README.md"))
        let files = Dictionary(
            House.swiftFiles(in: "Tests").map {
                ($0.path.split(separator: "/").last.map(String.init) ?? "", $0.text)
            },
            uniquingKeysWith: { first, _ in first })
        let names = readme.text.matches(of: #/`(?<suite>[A-Z]\w*Tests)(?:\.(?<test>\w+))?`/#).map(\.output)
        #expect(names.count > 20)
        for name in names {
            let text = files["\(name.suite).swift"] ?? ""
            #expect(
                text.contains("struct \(name.suite) "), "README names \(name.suite), which does not exist")
            guard let test = name.test else { continue }
            #expect(
                text.contains("func \(test)("), "README names \(name.suite).\(test), which does not exist")
        }
    }

    @Test func bothKindsOfNamesAreFound() {
        let text = """
            See [one](../Sources/One.swift#L1), `sql/queue`, `Two.swift`, [this](#part), `shop jobs/all`,
            [there](https://example.org/three.md).
            ```
            `scripts/none`
            ```
            """
        let document = House.File(path: "docs/page.md", text: text)
        #expect(document.links == ["docs/../Sources/One.swift"])
        #expect(document.paths == ["sql/queue", "Two.swift"])
    }
}

extension House.File {
    /// The folders that a path in a document begins with.
    private static let folders = [
        "Benchmarks", "Examples", "Sources", "Tests", "docs", "scripts", "sql",
    ]

    /// Its text without the blocks of code.
    private var prose: String { text.replacing(#/```(?s:.*?)```/#, with: "") }

    /// The files that it links to, below the project's folder.
    fileprivate var links: [String] {
        let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        return prose.matches(of: #/\]\((?<target>[^)\s]+)\)/#)
            .map { $0.output.target.prefix { $0 != "#" } }
            .filter { !$0.isEmpty && !$0.contains(":") }
            .map { folder + ($0.removingPercentEncoding ?? String($0)) }
    }

    /// The files and folders that it names between backticks, below the project's folder.
    fileprivate var paths: [String] {
        prose.matches(of: #/`(?<name>[\w.+\/-]+)`/#).map { String($0.output.name) }.filter { name in
            Self.folders.contains { name.hasPrefix($0 + "/") }
                || [".md", ".sql", ".swift"].contains { name.hasSuffix($0) }
        }
    }
}
