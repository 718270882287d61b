import Testing

/// Comments in SQL fit the page and begin with what they are about.
@Suite struct SQLCommentTests {
    @Test func commentsEndAtColumn110() {
        let files = House.files(in: "sql", ending: ".sql").filter { $0.path.contains("/functions/") }
        #expect(files.count > 100)
        for file in files {
            for line in file.lines where Self.isComment(line.text) && line.text.count > 110 {
                Issue.record("\(file.path):\(line.number): the comment ends at column \(line.text.count)")
            }
        }
    }

    @Test func noCommentBeginsLikeAQuestion() throws {
        let comments = try #require(House.file("sql/schema.sql")).outlineComments
        #expect(comments.count > 1000)
        for comment in comments where Self.asks(comment.text) {
            Issue.record(
                """
                \(comment.object): begin its comment with the noun (a column, a table) or the verb \
                (a function), not with “\(comment.text.prefix { $0.isLetter })”: \(comment.text)
                """)
        }
    }

    @Test(
        arguments: [
            ("COMMENT ON COLUMN s.t.c IS 'Whether it runs.';", true),
            ("COMMENT ON TABLE s.t IS 'Who''s there.';", true),
            ("COMMENT ON FUNCTION s.f(a text) IS 'Of a, the rest,\nand more.';", true),
            ("COMMENT ON COLUMN s.t.c IS 'However it runs.';", false),
            ("COMMENT ON COLUMN s.t.c IS 'The time when it ran.';", false),
            ("COMMENT ON VIEW s.v IS 'The lines.\nWhat follows is no beginning.';", false),
            ("    IS 'What is no comment';", false),
        ])
    func aCommentIsFoundInTheOutline(text: String, asks: Bool) {
        let comments = House.File(path: "", text: text).outlineComments
        #expect(comments.contains { Self.asks($0.text) } == asks)
    }

    @Test(
        arguments: [
            ("  -- Why", true), ("--", true), ("select 1 -- why", false), ("select a - - b", false),
        ])
    func aCommentStandsOnALineOfItsOwn(line: String, isComment: Bool) {
        #expect(Self.isComment(line[...]) == isComment)
    }

    private static func isComment(_ line: Substring) -> Bool {
        line.drop { $0 == " " }.hasPrefix("--")
    }

    private static func asks(_ comment: Substring) -> Bool {
        ["How", "If", "Of", "What", "When", "Where", "Whether", "Which", "Who", "Whom", "Whose", "Why"]
            .contains(String(comment.prefix { $0.isLetter }))
    }
}

extension House.File {
    /// The objects of its `COMMENT ON` statements, each with the first line of its comment.
    fileprivate var outlineComments: [(object: Substring, text: Substring)] {
        lines.compactMap { line in
            guard line.text.hasPrefix("COMMENT ON "), let start = line.text.firstRange(of: " IS '") else {
                return nil
            }
            return (line.text[..<start.lowerBound].dropFirst(11), line.text[start.upperBound...])
        }
    }
}
