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
        for line in log.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            let count = parts.last?.count ?? 0
            #expect(
                count <= 72,
                "the subject of \(parts[0]) has \(count) characters: move the reason into the body: \(line)")
        }
    }

    private static func isInACloneWithTheStart() async throws -> Bool {
        try await git("cat-file", "-e", "\(start)^{commit}").exitCode() == 0
    }

    private static func git(_ arguments: String...) throws -> TestProcess {
        try TestProcess(
            "git", ["-C", House.root.path(percentEncoded: false)] + arguments, isBuiltHere: false)
    }
}
