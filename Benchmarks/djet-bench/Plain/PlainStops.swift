import DjetModel
import DjetStore
import Glibc

/// The latencies of a cancellation's parts by plain libpq: a ring, and the end of a query.
struct PlainStops: Sendable {
    private static let query: Statement = "select pg_sleep(60)"
    private static let channel = "djet_bench:stop"

    let bench: Bench
    let count: Int

    /// Measures from the notification until a waiting thread has it.
    func rings() async throws -> Latencies {
        async let heard = onOwnThread {
            let ears = try PlainConnection(bench.connectionString)
            _ = try ears.ask("listen \(identifier: Self.channel)")
            return try (0...count).map { _ in
                try ears.waitForRing()
                return ContinuousClock.now
            }
        }
        async let rung = onOwnThread {
            let connection = try PlainConnection(bench.connectionString)
            return try (0...count).map { _ in
                // The time that others need to see that a job stays.
                usleep(50_000)
                let began = ContinuousClock.now
                _ = try connection.ask(Connection.ring([Self.channel]))
                return began
            }
        }
        var latencies = Latencies()
        // The first round finds nothing prepared.
        for (began, ended) in zip(try await rung, try await heard).dropFirst() {
            latencies.record(began.duration(to: ended))
        }
        return latencies
    }

    /// Measures from `pg_cancel_backend` until the thread that waits for the query goes on.
    func cancellations() async throws -> Latencies {
        var latencies = Latencies()
        for _ in 0..<count {
            let connectionString = bench.connectionString
            async let stopped = onOwnThread {
                try PlainConnection(connectionString).waitForStop(of: Self.query)
                return ContinuousClock.now
            }
            let process = try await processOfQuery()
            let began = try await onOwnThread {
                let connection = try PlainConnection(connectionString)
                let began = ContinuousClock.now
                _ = try connection.ask("select pg_cancel_backend(\(process))")
                return began
            }
            latencies.record(began.duration(to: try await stopped))
        }
        return latencies
    }

    /// Measures from the end of the server's `statement_timeout` until the thread that waits for the query
    /// goes on.
    func overruns() async throws -> Latencies {
        try await onOwnThread {
            var latencies = Latencies()
            for _ in 0..<count {
                let connection = try PlainConnection(bench.connectionString)
                let limit = "\(Int(StayBriefly.limit / .milliseconds(1)))"
                _ = try connection.ask("select set_config('statement_timeout', \(limit), false)")
                let began = ContinuousClock.now
                try connection.waitForStop(of: Self.query)
                latencies.record((began + StayBriefly.limit).duration(to: .now))
            }
            return latencies
        }
    }

    private func processOfQuery() async throws -> Int {
        try await bench.withModel { model in
            try await until(
                {
                    try await model.store.first(
                        """
                        select pid from pg_stat_activity
                        where datname = current_database() and state = 'active' and query = \(Self.query.text)
                        """, as: Int.self)
                }, orElse: "the query has not begun")
        }
    }
}
