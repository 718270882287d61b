import DjetModel
import DjetStore
import Glibc

/// A job's way by plain libpq. One thread offloads and waits for the reply's ring; another waits for the
/// queue's ring, claims and replies. It sends Djet's SQL in Djet's flushes and nothing else, which shows what
/// the machine allows.
struct PlainWay: Sendable {
    let bench: Bench
    let count: Int
    /// The time between two jobs; nil if each follows at once.
    var pace: Duration?

    struct Outcome: Sendable {
        /// From the offload's commit until the job is claimed.
        var pickUp = Latencies()
        /// From before the offload until the caller has the value.
        var roundTrip = Latencies()
    }

    /// Unmeasured jobs, since the first ones find nothing prepared, here and on the server.
    private static let warmUp = 20

    func run() async throws -> Outcome {
        try await bench.withModel { try await bench.line(of: $0).empty() }
        let steps = try PlainSteps()
        let total = count + Self.warmUp
        async let claims = onOwnThread { try work(steps, total) }
        async let trips = onOwnThread { try call(steps, total) }
        var outcome = Outcome()
        for (trip, claim) in zip(try await trips, try await claims).dropFirst(Self.warmUp) {
            let pickUp = trip.committed.duration(to: claim)
            if let pace { outcome.pickUp.record(pickUp, every: pace) } else { outcome.pickUp.record(pickUp) }
            outcome.roundTrip.record(trip.began.duration(to: trip.ended))
        }
        return outcome
    }

    private struct Trip: Sendable {
        let began: ContinuousClock.Instant
        let committed: ContinuousClock.Instant
        let ended: ContinuousClock.Instant
    }

    private func call(_ steps: PlainSteps, _ total: Int) throws -> [Trip] {
        let connection = try PlainConnection(bench.connectionString)
        let ears = try PlainConnection(bench.connectionString)
        _ = try ears.ask("listen \(identifier: PlainSteps.reply)")
        return try (0..<total).map { number in
            if let pace { usleep(UInt32(pace / .microseconds(1))) }
            let began = ContinuousClock.now
            try connection.send([steps.offload(number)], [steps.ring(PlainSteps.work)])
            let id = try steps.number(connection.answer())
            let committed = ContinuousClock.now
            _ = try connection.answer()
            try ears.waitForRing()
            _ = try steps.number(connection.ask(steps.outcome(of: id)))
            return Trip(began: began, committed: committed, ended: .now)
        }
    }

    private func work(_ steps: PlainSteps, _ total: Int) throws -> [ContinuousClock.Instant] {
        let connection = try PlainConnection(bench.connectionString)
        let ears = try PlainConnection(bench.connectionString)
        _ = try ears.ask("listen \(identifier: PlainSteps.work)")
        let worker = try steps.number(connection.ask(steps.registration))
        var last: Int64 = 0
        return try (0..<total).map { _ in
            last = try claim(of: worker, above: last, steps, on: connection, ears)
            let claimed = ContinuousClock.now
            try connection.send([steps.reply(to: last, by: worker)], [steps.ring(PlainSteps.reply)])
            for _ in 0..<2 { _ = try connection.answer() }
            return claimed
        }
    }

    private func claim(
        of worker: Int64, above last: Int64, _ steps: PlainSteps, on connection: PlainConnection,
        _ ears: PlainConnection
    ) throws -> Int64 {
        while true {
            let claim = steps.claim(by: worker, above: last)
            if let id = try connection.ask(PlainSteps.inMemory, claim) { return try steps.number(id) }
            try ears.waitForRing()
        }
    }
}
