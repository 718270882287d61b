import DjetModel
import DjetStore

/// The time until a cancelled job stops.
enum CancelBenchmark: Benchmark {
    static let name = "cancel"
    static let abstract =
        "From ticket.cancel(), or the end of a job's time, until its task and its query stop."

    static func run(_ bench: Bench) async throws {
        let task = try await cancel(in: bench, areQueries: false)
        let query = try await cancel(in: bench, areQueries: true)
        let plain = PlainStops(bench: bench, count: bench.options.amount(50))
        let (ring, stop) = (try await plain.rings(), try await plain.cancellations())
        for (figure, latencies, reference, other) in [
            ("a cancelled task hears of it", task.stopped, ring, "a ring"),
            ("a cancelled query is stopped", query.stopped, stop, "pg_cancel_backend"),
            ("whoever waits for it is told", query.told, stop, "pg_cancel_backend"),
            (
                "a query is stopped after its job's time", try await overrun(in: bench),
                try await plain.overruns(), "statement_timeout"
            ),
        ] {
            bench.report.add(figure, latencies, atMost: 100, beside: reference, other)
        }
    }

    private struct Outcome: Sendable {
        /// Until the job's code goes on.
        var stopped = Latencies()
        /// Until the ticket's waiter is told.
        var told = Latencies()
    }

    /// Cancels one job after the other, each as soon as it stays.
    private static func cancel(in bench: Bench, areQueries: Bool) async throws -> Outcome {
        let count = bench.options.amount(50)
        let watch = Stay.Watch(of: count)
        let instants = try await bench.withWorker(providing: watch) { model in
            var instants: [(began: ContinuousClock.Instant, told: ContinuousClock.Instant)] = []
            for number in 0..<count {
                bench.report.progress(name, number + 1, of: count)
                let ticket = try await model.offload(Stay(number: number, isQuery: areQueries))
                async let told = end(of: ticket, as: .cancelled(ticket.id))
                try await untilItStays(number, watch, areQueries ? model : nil)
                let began = ContinuousClock.now
                try await ticket.cancel()
                instants.append((began, try await told))
            }
            return instants
        }
        var outcome = Outcome()
        for (instants, ended) in zip(instants, try await watch.ended.all()) {
            outcome.stopped.record(instants.began.duration(to: ended))
            outcome.told.record(instants.began.duration(to: instants.told))
        }
        return outcome
    }

    /// Lets jobs exceed their time limit, one after the other.
    private static func overrun(in bench: Bench) async throws -> Latencies {
        let count = bench.options.amount(50)
        let watch = Stay.Watch(of: count)
        try await bench.withWorker(providing: watch) { model in
            for number in 0..<count {
                bench.report.progress(name, number + 1, of: count)
                let ticket = try await model.offload(StayBriefly(number: number))
                _ = try await end(of: ticket, as: .timedOut(seconds: StayBriefly.limit / .seconds(1)))
            }
        }
        var latencies = Latencies()
        for (began, ended) in zip(try await watch.begun.all(), try await watch.ended.all()) {
            latencies.record((began + StayBriefly.limit).duration(to: ended))
        }
        return latencies
    }

    /// Waits for the ticket and returns the instant at which the expected error arrives. Throws `BenchError`
    /// otherwise.
    private static func end(
        of ticket: Ticket<Nothing>, as expected: JobError
    ) async throws -> ContinuousClock.Instant {
        do {
            _ = try await ticket.value
        } catch let error as JobError where error == expected {
            return .now
        }
        throw BenchError("the job \(ticket) was not stopped")
    }

    /// Waits until a job has begun, and until the server runs its query if there is one.
    private static func untilItStays(_ number: Int, _ watch: Stay.Watch, _ model: Model?) async throws {
        let queries: Statement = """
            select exists (
              select from pg_stat_activity
              where datname = current_database() and state = 'active' and query = 'select pg_sleep(60)')
            """
        try await until(
            {
                guard watch.begun.isNoted(number) else { return false }
                return try await model?.store.first(queries, as: Bool.self) ?? true
            }, orElse: "a job that stays has not begun")
    }
}
