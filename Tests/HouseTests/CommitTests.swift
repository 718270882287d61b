import DjetTestSupport
import Foundation
import Testing

/// The history reads as a list of deeds.
@Suite struct CommitTests {
    /// The last commit before the rule.
    static let start = "0ade00b"

    @Test(.enabled("this is no clone that has the commit 0ade00b", CommitTests.isInACloneWithTheStart))
    func subjectsHaveAtMost72Characters() async throws {
        let log = try await Self.git("log", "--no-merges", "--format=%h %s", "\(Self.start)..HEAD").text()
        for line in Self.tooLong(log) { Issue.record("move the reason into the body: \(line)") }
    }

    @Test func aLongSubjectIsFound() {
        let (short, long) = (String(repeating: "a", count: 72), String(repeating: "b", count: 73))
        #expect(Self.tooLong("1234567 \(short)\n7654321 \(long)\n") == ["7654321 \(long)"])
    }

    /// Returns the lines of a log, hash and subject, whose subject is too long.
    private static func tooLong(_ log: String) -> [Substring] {
        log.split(separator: "\n").filter { $0.drop { $0 != " " }.dropFirst().count > 72 }
    }

    private static func isInACloneWithTheStart() async throws -> Bool {
        try await git("cat-file", "-e", "\(start)^{commit}").exitCode() == 0
    }

    private static func git(_ arguments: String...) throws -> TestProcess {
        try TestProcess(
            "git", ["-C", House.root.path(percentEncoded: false)] + arguments, isBuiltHere: false)
    }
}
