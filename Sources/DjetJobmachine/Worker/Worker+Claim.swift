import DjetModel
import DjetStore
import Logging

extension Worker {
    /// Claims and starts jobs until the worker is asked to stop.
    func claimUntilStopped(_ id: Int) async {
        var lines = configuration.queues.map { Line($0) }
        var lastFullLook = ContinuousClock.now
        var backOff = BackOff()
        var wakeUps = wakeUps.makeAsyncIterator()
        while !isStopping {
            guard slots.free > 0 else {
                await wakeUps.next(isolation: #isolation)
                continue
            }
            do {
                var amount = try await claim(&lines, fully: false, id)
                let isDry = slots.free > 0
                if isDry || lastFullLook.duration(to: .now) > Self.fullLookInterval {
                    let nextDue = try await promote()
                    amount += try await claim(&lines, fully: true, id)
                    lastFullLook = .now
                    if amount == 0 { await sleep(&wakeUps, until: nextDue) }
                }
                lines.append(lines.removeFirst())
                backOff = BackOff()
            } catch {
                model.logger.warning("cannot claim", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: backOff.next())
            }
        }
    }

    /// How often a busy worker looks at the whole line, for the sake of transactions that committed late.
    private static let fullLookInterval = Duration.seconds(1)

    /// Starts as many jobs as there are slots, and returns how many.
    private func claim(_ lines: inout [Line], fully: Bool, _ id: Int) async throws -> Int {
        var amount = 0
        for index in lines.indices {
            let free = slots.free
            guard free > 0, !isStopping else { break }
            let line = lines[index]
            let statement = model.queue.claim(
                line.queue, worker: id, amount: free, floors: fully ? [] : line.floors)
            let jobs = try await model.store.query(statement).map { try Job($0, of: line.queue) }
            lines[index].note(jobs)
            for job in jobs.sorted(by: { ($0.priority, $0.position) < ($1.priority, $1.position) }) {
                start(job, id)
            }
            amount += jobs.count
        }
        return amount
    }

    private func start(_ job: Job, _ id: Int) {
        slots.take()
        let attempt = Attempt(
            job: job, worker: id, model: model, handlers: handlers, completions: completions, slots: slots,
            isStopping: { [state] in state.withLock(\.isStopping) })
        running.start(job) { [slots] in
            await attempt.run()
            slots.giveBack()
        }
    }

    /// Lets due jobs join the lines, and returns in how long the next one is due.
    private func promote() async throws -> Duration? {
        let seconds =
            try await model.store.first(model.queue.promote(configuration.queues), as: Double?.self) ?? nil
        return seconds.map { .seconds(max($0, 0)) }
    }

    private func sleep(
        _ wakeUps: inout AsyncStream<Void>.Iterator, until nextDue: Duration?
    ) async {
        let alarm = nextDue.map { wait in
            Task {
                try await Task.sleep(for: wait)
                wake.yield()
            }
        }
        defer { alarm?.cancel() }
        await wakeUps.next(isolation: #isolation)
    }
}
