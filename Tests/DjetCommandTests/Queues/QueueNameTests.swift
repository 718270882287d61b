import DjetStore
import DjetTestSupport
import Testing

@testable import DjetCommand

/// The rule for a queue's name, which stands in Swift and in SQL.
@Suite struct QueueNameTests {
    static let names = [
        "default", "slow", "a", "a-b_c9", "gl.accounting", "a.b.c", String(repeating: "a", count: 30),
        String(repeating: "a", count: 31), "", "A", "9a", "-a", "a b", "a.", ".a", "a..b", "a.9", "grød",
        "a\n", "slow.1",
    ]

    @Test func swiftAndSQLAgree() async throws {
        try await withDatabase { database in
            for name in Self.names {
                let isQueue = try await database.store.first(
                    "select jobmachine.are_queues(array[\(name)])", as: Bool.self)
                let isTaken = (try? QueueName.check(name)) != nil
                #expect(isQueue == isTaken, "“\(name)”")
            }
        }
    }
}
