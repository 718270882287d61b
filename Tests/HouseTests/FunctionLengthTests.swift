import Testing

/// A function fits on a screen.
@Suite struct FunctionLengthTests {
    /// The files that may have longer bodies.
    static let exceptions: Set<String> = [
        // The 128 characters of each code page are a table.
        "Sources/DjetModel/CSV/CodePage+tables.swift"
    ]

    @Test func aBodyHasAtMost30Lines() {
        let files = House.swiftFiles(in: "Sources") + House.swiftFiles(in: "Benchmarks")
        var unused = Self.exceptions
        for file in files {
            let long = file.bodies.filter { $0.lineCount > 30 }
            unused.remove(long.isEmpty ? "" : file.path)
            for body in long where !Self.exceptions.contains(file.path) {
                Issue.record("\(file.path):\(body.number) has \(body.lineCount) lines: \(body.declaration)")
            }
        }
        #expect(unused.isEmpty, "these have no longer bodies any more")
    }

    static let examples: [(String, [Int])] = [
        ("func a() {\n\(lines(31))}", [31]),
        ("init(\n    a: Int\n) {\n\(lines(2))}", [2]),
        ("    package static func a() -> B {\n        if b {\n\(lines(3))        }\n    }", [5]),
        ("@Sendable private func a(\n    b: () -> C\n) async throws -> C\nwhere D: E {\n\(lines(4))}", [4]),
        ("var a: Int {\n\(lines(5))}", [5]),
        ("private(set) var a = 5\nfunc b() {\n    c()\n}", [1]),
        ("init(_ a: A) {\n    a.run {\n\(lines(6))    }\n}", [8]),
        ("func a() -> Int { 5 }\nvar b: Int { 6 }\nfunc c()\n\nlet d = e {\n\(lines(31))}", []),
        ("var routes: [Route] {\n\(lines(31))}", []),
    ]

    @Test(arguments: examples)
    func theLinesOfABodyAreCounted(text: String, counts: [Int]) {
        #expect(House.File(path: "", text: text).bodies.map(\.lineCount) == counts)
    }

    private static func lines(_ count: Int) -> String { String(repeating: "    a()\n", count: count) }
}

extension House.File {
    /// A body of a function, an initializer, a subscript or a computed property.
    fileprivate typealias Body = (number: Int, declaration: Substring, lineCount: Int)

    /// Its bodies, apart from tables of routes. The formatter puts the brace that ends a body below the
    /// beginning of its declaration.
    fileprivate var bodies: [Body] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.compactMap { start in
            let declaration = lines[start].drop { $0 == " " }
            guard declaration.declaresABody, !declaration.hasSuffix(": [Route] {") else { return nil }
            let margin = String(lines[start].prefix { $0 == " " })
            let parts = ["    ", ")", "where "].map { margin + $0 }
            guard let open = lines[start...].firstIndex(where: { $0.hasSuffix("{") }),
                lines[start...open].dropFirst().allSatisfy({ line in parts.contains { line.hasPrefix($0) } }),
                let end = lines[open...].firstIndex(where: { $0.hasPrefix(margin + "}") })
            else { return nil }
            return (start + 1, declaration, end - open - 1)
        }
    }
}

extension Substring {
    private static let modifiers: Set<String> = [
        "public", "package", "internal", "fileprivate", "private", "static", "final", "class", "mutating",
        "override", "convenience", "required", "nonisolated", "lazy", "consuming", "borrowing",
    ]

    /// True for the first line of a function, an initializer, a subscript or a variable.
    fileprivate var declaresABody: Bool {
        let words = split(separator: " ").drop { word in
            word.hasPrefix("@") || Self.modifiers.contains(String(word.prefix { $0 != "(" }))
        }
        let keyword = words.first.map { String($0.prefix { $0.isLetter }) }
        return ["func", "init", "deinit", "subscript", "var"].contains(keyword)
    }
}
