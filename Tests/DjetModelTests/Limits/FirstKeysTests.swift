import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs with keys that came since the statistics of the table were made.
@Suite struct FirstKeysTests {
    /// Each key walked the whole line: it took minutes.
    @Test func aClaimLooksUpTheJobsOfEachKeyWhateverTheStatisticsKnow() async throws {
        try await withLine(0, limit: QueueLimit(key: "number", runningPerKey: 5)) { line in
            try await line.database.store.query(
                "alter table jobmachine.job set (autovacuum_enabled = off)")
            try await line.database.store.query("analyze jobmachine.job")
            try await line.database.store.query(
                """
                insert into jobmachine.job (id, position, kind, arguments, limit_key)
                select n, n, 'x.y', jsonb_build_object('number', n % 20000), n % 20000
                from generate_series(1, 40000) as one(n)
                """)
            let amount = try await line.database.store.transaction { connection async throws in
                try await connection.query("set local statement_timeout = '15s'")
                return try await connection.query(
                    line.model.queue.claim("default", worker: 1, amount: 10_000, floors: [])
                ).count
            }
            #expect(amount == 10_000)
        }
    }
}
