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
                let isDry = try await claim(from: &lines, fully: false, id)
                if isDry || lastFullLook.duration(to: .now) > Self.fullLookInterval {
                    let look = try await lookFully(at: &lines, id)
                    lastFullLook = .now
                    if look.isDry { await sleep(&wakeUps, until: look.nextDue) }
                }
                lines.append(lines.removeFirst())
                backOff = BackOff()
            } catch {
                model.logger.warning("cannot claim", metadata: ["error": "\(error)"])
                if (error as? StoreError)?.sqlState == .notRegistered { await registerAgain() }
                try? await Task.sleep(for: backOff.next())
            }
        }
    }

    /// How often a busy worker looks at the whole line, for the sake of transactions that committed late.
    private static let fullLookInterval = Duration.seconds(1)

    /// Starts as many jobs as there are slots. Returns whether none was left in any line.
    private func claim(from lines: inout [Line], fully: Bool, _ id: Int) async throws -> Bool {
        var isDry = true
        for index in lines.indices {
            let free = slots.free
            guard free > 0, !isStopping else { return false }
            let rows = try await model.store.query(claim(free, of: lines[index], fully: fully, id))
            let count = try start(rows, of: &lines[index], id)
            isDry = isDry && count < free
        }
        return isDry
    }

    /// Lets due jobs join the lines, then looks at the whole of them: the first in the same flush, which is
    /// all that most workers have. Returns, too, in how long the next job is due.
    private func lookFully(at lines: inout [Line], _ id: Int) async throws -> (
        isDry: Bool, nextDue: Duration?
    ) {
        let free = slots.free
        let segments = [
            [model.queue.promote(configuration.queues)], [claim(free, of: lines[0], fully: true, id)],
        ]
        let outcomes = try await model.store.withConnection { try await $0.exchange(segments) }
        let seconds = try outcomes[0].get().first?.first?.decode(Double?.self)
        let count = try outcomes[1].get().first.map { try start($0, of: &lines[0], id) } ?? 0
        var others = Array(lines.dropFirst())
        let areOthersDry = try await claim(from: &others, fully: true, id)
        lines.replaceSubrange(1..., with: others)
        return (count < free && areOthersDry, seconds.map { .seconds(max($0, 0)) })
    }

    private func claim(_ amount: Int, of line: Line, fully: Bool, _ id: Int) -> Statement {
        model.queue.claim(line.queue, worker: id, amount: amount, floors: fully ? [] : line.floors)
    }

    /// Starts what was claimed, in its order, and returns how many jobs that is.
    private func start(_ rows: Rows, of line: inout Line, _ id: Int) throws -> Int {
        let jobs = try rows.map { try Job($0, of: line.queue) }
        line.note(jobs)
        for job in jobs.sorted(by: { ($0.priority, $0.position) < ($1.priority, $1.position) }) {
            start(job, id)
        }
        startBell.note(jobs.map(\.ticket))
        return jobs.count
    }

    private func start(_ job: Job, _ id: Int) {
        slots.take()
        let attempt = Attempt(
            job: job, worker: id, model: model, handlers: handlers, completions: completions, slots: slots,
            reporter: JobReporter(of: job, worker: id, model),
            isStopping: { [state] in state.withLock(\.isStopping) })
        running.start(job) { [slots, state] in
            await attempt.run()
            slots.giveBack()
            // Its minute is over after one beat, or certainly after two.
            state.withLock { $0.beatsToTally = 2 }
        }
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
