import DjetStore
import DjetTestSupport
import InMemoryLogging
import Logging
import Testing

@Suite struct WarningTests {
    @Test func aWarningGoesToTheLogAndANoticeDoesNot() async throws {
        try await withDatabase { database in
            let kept = InMemoryLogHandler()
            let connection = try await Connection.open(
                database.connectionString, logger: Logger(label: "test") { _ in kept })
            defer { connection.close() }
            try await connection.run(
                script: """
                    do $$ begin
                      raise notice 'by the way';
                      raise warning 'the role % is missing', 'djet_work' using hint = 'Make it.';
                    end $$
                    """)
            let entry = try #require(kept.entries.first)
            #expect(kept.entries.count == 1)
            #expect(entry.level == .warning)
            #expect(entry.message == "PostgreSQL warns: the role djet_work is missing")
            #expect(entry.metadata == ["hint": "Make it.", "sqlstate": "01000"])
        }
    }
}
