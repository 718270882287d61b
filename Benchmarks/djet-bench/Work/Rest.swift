import DjetStore

/// The consumption of an idle process.
struct Rest: Sendable {
    let statementsPerMinute: Double
    let percentOfCore: Double
    let residentMegabytes: Double

    /// Starts a worker, watches it for a minute (10 s with `--small`) once it is idle, and stops it.
    static func ofWorker(in bench: Bench, _ count: StatementCount) async throws -> Rest {
        let process = try WorkerProcess(on: bench.connectionString)
        try await process.untilRegistered(in: bench)
        try await count.sessions.untilQuiet(for: count.delay)
        let rest = try await watch(count, for: .seconds(bench.options.small ? 10 : 60)) { try process.usage }
        try await process.stop()
        return rest
    }

    /// Measures the same for a `psql` that waits for rings, within 10 s.
    static func ofListener(in bench: Bench, _ count: StatementCount) async throws -> Rest {
        let process = try PlainProcess(on: bench.connectionString, running: "listen djet_bench")
        try await count.sessions.untilQuiet(for: count.delay)
        let rest = try await watch(count, for: .seconds(10)) { try process.usage }
        await process.die()
        return rest
    }

    private static func watch(
        _ count: StatementCount, for duration: Duration, _ usage: () throws -> ProcessUsage
    ) async throws -> Rest {
        let (before, began, first) = (try usage(), ContinuousClock.now, try await count.now)
        try await Task.sleep(for: duration)
        let (after, ended, last) = (try usage(), ContinuousClock.now, try await count.now)
        let seconds = began.duration(to: ended) / .seconds(1)
        return Rest(
            statementsPerMinute: Double(last - first) * 60 / seconds,
            percentOfCore: (after.cpuSeconds - before.cpuSeconds) * 100 / seconds,
            residentMegabytes: after.residentMegabytes)
    }
}
