import DjetModel
import DjetStore

/// The time until a killed process's lock passes to a waiter in libpq. No rescue that learns of a death by a
/// session's lock can be faster.
struct PlainTakeover: Sendable {
    private static let lock: Statement = "select pg_advisory_lock(4711)"

    let bench: Bench
    let count: Int

    func run() async throws -> Latencies {
        var latencies = Latencies()
        for _ in 0..<count { latencies.record(try await takeover()) }
        return latencies
    }

    private func takeover() async throws -> Duration {
        let process = try PlainProcess(on: bench.connectionString, running: Self.lock.text)
        try await untilLocks(granted: true)
        let connectionString = bench.connectionString
        async let taken = onOwnThread {
            _ = try PlainConnection(connectionString).ask(Self.lock)
            return ContinuousClock.now
        }
        try await untilLocks(granted: false)
        let began = ContinuousClock.now
        await process.die()
        return began.duration(to: try await taken)
    }

    /// Waits until a session has the lock (`granted`) or waits for it.
    private func untilLocks(granted: Bool) async throws {
        try await bench.withModel { model in
            try await until(
                {
                    try await model.store.first(
                        """
                        select exists (
                          select from pg_locks
                          where locktype = 'advisory' and objid = 4711 and granted = \(granted)
                            and database = (select oid from pg_database where datname = current_database()))
                        """, as: Bool.self) == true
                }, orElse: "nobody has asked for the lock")
        }
    }
}
