import Foundation
import Testing

/// The documents name files that exist.
@Suite struct DocumentTests {
    static let names = House.documents.map(\.path)

    /// An example names the files of its own folder, too.
    @Test(arguments: names) func theFilesOfADocumentExist(name: String) throws {
        let document = try #require(House.file(name))
        let isAnExample = name.hasPrefix("Examples/")
        for path in document.links.map(\.path) + document.paths {
            let isThere = Self.exists(path) || isAnExample && Self.exists("\(document.folder)/\(path)")
            #expect(isThere, "\(name) names \(path), which does not exist")
        }
    }

    /// A link may lead to a heading.
    @Test(arguments: names) func theHeadingsOfItsLinksExist(name: String) throws {
        let document = try #require(House.file(name))
        for link in document.links where !link.heading.isEmpty && link.path.hasSuffix(".md") {
            let path = House.root.appending(path: link.path).standardizedFileURL.path(percentEncoded: false)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(
                House.File(path: path, text: text).headings.contains(link.heading),
                "\(name) leads to the heading #\(link.heading) of \(link.path), which does not exist")
        }
    }

    /// Links to articles, and from the first page to each of them.
    @Test func theArticlesOfTheGuideExist() throws {
        let articles = Set(
            House.files(in: "docs/Guide.docc", ending: ".md").compactMap {
                $0.path.split(separator: "/").last?.dropLast(".md".count)
            }.map(String.init))
        for document in House.documents {
            for article in document.articles where !articles.contains(article) {
                Issue.record("\(document.path) leads to the article \(article), which does not exist")
            }
        }
        let first = try #require(House.file("docs/Guide.docc/DjetGuide.md"))
        #expect(Set(first.articles).union(["DjetGuide"]) == articles)
    }

    /// The table of promises names the tests that prove them, and so may other documents. A folder of tests
    /// may be named as well.
    @Test func theTestsThatDocumentsNameExist() throws {
        let files = Dictionary(
            House.swiftFiles(in: "Tests").map {
                ($0.path.split(separator: "/").last.map(String.init) ?? "", $0.text)
            },
            uniquingKeysWith: { first, _ in first })
        let names = House.documents.flatMap { document in
            document.prose.matches(of: #/`(?<suite>[A-Z]\w*Tests)(?:\.(?<test>\w+))?`/#).map(\.output)
        }
        #expect(names.count > 20)
        for name in names where name.test != nil || !Self.exists("Tests/\(name.suite)") {
            let text = files["\(name.suite).swift"] ?? ""
            #expect(
                text.contains("struct \(name.suite) "), "documents name \(name.suite), which does not exist")
            guard let test = name.test else { continue }
            #expect(
                text.contains("func \(test)("),
                "documents name \(name.suite).\(test), which does not exist")
        }
    }

    @Test func bothKindsOfNamesAreFound() {
        let text = """
            See [one](../Sources/One.swift#L1), `sql/queue`, `Two.swift`, [this](#part), `shop jobs/all`,
            [there](https://example.org/three.md), <doc:Testing>.
            ```
            `scripts/none`
            ```
            """
        let document = House.File(path: "docs/page.md", text: text)
        #expect(document.links.map(\.path) == ["docs/../Sources/One.swift", "docs/page.md"])
        #expect(document.links.map(\.heading) == ["L1", "part"])
        #expect(document.paths == ["sql/queue", "Two.swift"])
        #expect(document.articles == ["Testing"])
    }

    @Test func aHeadingHasTheNameThatLinksUse() {
        let file = House.File(path: "", text: "## Roles in `psql`: 1, 2\n```\n# a\n```\n# One two\n")
        #expect(file.headings == ["roles-in-psql-1-2", "one-two"])
    }

    /// Returns true for a file or a folder below the project's folder.
    private static func exists(_ path: String) -> Bool {
        let file = House.root.appending(path: path).standardizedFileURL
        return FileManager.default.fileExists(atPath: file.path(percentEncoded: false))
    }
}

extension House.File {
    /// The folders that a path in a document begins with.
    private static let folders = [
        "Benchmarks", "Examples", "Sources", "Tests", "docs", "packaging", "scripts", "sql",
    ]

    /// A link to a file below the project's folder, and the heading there that it leads to, if any.
    fileprivate struct Link {
        let path: String
        let heading: String
    }

    fileprivate var links: [Link] {
        let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        return prose.matches(of: #/\]\((?<target>[^)\s]+)\)/#).map { $0.output.target }
            .filter { !$0.contains(":") }
            .map { target in
                let file = target.prefix { $0 != "#" }
                return Link(
                    path: file.isEmpty ? path : folder + (file.removingPercentEncoding ?? String(file)),
                    heading: String(target.dropFirst(file.count + 1)))
            }
    }

    /// The articles of the guide that it links to.
    fileprivate var articles: [String] {
        prose.matches(of: #/<doc:(?<name>[^>#]+)>/#).map { String($0.output.name) }
    }

    /// Its headings as links name them: in lower case, with hyphens for blanks and without signs.
    fileprivate var headings: [String] {
        prose.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
            line.drop { $0 == "#" || $0 == " " }.lowercased().replacing(" ", with: "-")
                .filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        }
    }

    /// The files and folders that it names between backticks, below the project's folder.
    fileprivate var paths: [String] {
        prose.matches(of: #/`(?<name>[\w.+\/-]+)`/#).map { String($0.output.name) }.filter { name in
            Self.folders.contains { name.hasPrefix($0 + "/") }
                || [".md", ".sql", ".swift"].contains { name.hasSuffix($0) }
        }
    }
}
