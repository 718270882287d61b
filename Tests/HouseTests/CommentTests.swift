import Testing

/// Comments fit the page and begin with what they are about.
@Suite struct CommentTests {
    @Test func commentsEndAtColumn110() {
        for file in House.everySwiftFile {
            for line in file.lines where line.text.hasComment && line.text.count > 110 {
                Issue.record("\(file.path):\(line.number): the comment ends at column \(line.text.count)")
            }
        }
    }

    /// A formatter that fills lines makes one of an example and its fence.
    @Test func aFenceStandsOnALineOfItsOwn() {
        for file in House.swiftFiles(in: "Sources") + House.swiftFiles(in: "Benchmarks") {
            for line in file.lines where line.text.contains("/// ```") {
                let text = line.text.drop { $0 == " " }
                if !["/// ```", "/// ```swift", "/// ```sql"].contains(text) {
                    Issue.record("\(file.path):\(line.number): put the fence on a line of its own: \(text)")
                }
            }
        }
    }

    @Test func noSummaryBeginsLikeAQuestion() {
        for file in House.swiftFiles(in: "Sources") + House.swiftFiles(in: "Benchmarks") {
            for summary in file.summaries where Self.asks(summary.text) {
                Issue.record(
                    """
                    \(file.path):\(summary.number): begin with the noun (a value, a type) or the verb \
                    (a function), not with “\(summary.text.prefix { $0.isLetter })”: \(summary.text)
                    """)
            }
        }
    }

    @Test(
        arguments: [
            ("    /// Whether it runs.", true), ("/// What: the body", true), ("/// However", false),
            ("/// The time.\n/// What follows is not the summary.", false), ("// How it is done", false),
            ("/// Of a kind", true), ("/// Often", false),
        ])
    func aSummaryIsTheFirstLineOfADocComment(text: String, asks: Bool) {
        let summaries = House.File(path: "", text: text).summaries
        #expect(summaries.contains { Self.asks($0.text) } == asks)
    }

    @Test(
        arguments: [
            ("    // Why", true), ("let a = 1  // why", true), ("/// What", true), ("let a = 1", false),
            ("let url = \"https://example.org // there\"", false), ("let a = \"b\"  // why", true),
        ])
    func aCommentIsFoundBehindCodeToo(line: String, isThere: Bool) {
        #expect(line[...].hasComment == isThere)
    }

    private static func asks(_ summary: Substring) -> Bool {
        ["How", "Of", "What", "When", "Where", "Whether", "Who"]
            .contains(String(summary.prefix { $0.isLetter }))
    }
}

extension House.File {
    /// The first lines of its doc comments, without their slashes.
    fileprivate var summaries: [(number: Int, text: Substring)] {
        var isInside = false
        return lines.compactMap { line in
            let text = line.text.drop { $0 == " " }
            defer { isInside = text.hasPrefix("///") }
            guard text.hasPrefix("///"), !isInside else { return nil }
            return (line.number, text.dropFirst(3).drop { $0 == " " })
        }
    }
}

extension Substring {
    /// True for a line that is a comment, or has one behind its code.
    fileprivate var hasComment: Bool {
        if drop(while: { $0 == " " }).hasPrefix("//") { return true }
        // Two slashes with an odd number of quotes before them stand in a string.
        return ranges(of: " // ").contains { range in
            self[..<range.lowerBound].count { $0 == "\"" }.isMultiple(of: 2)
        }
    }
}
