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
            guard runners.room > 0 else {
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

    /// Claims as many jobs as there is room for. Returns whether none was left in any line.
    private func claim(from lines: inout [Line], fully: Bool, _ id: Int) async throws -> Bool {
        var isDry = true
        for index in lines.indices {
            let room = runners.room
            guard room > 0, !isStopping else { return false }
            let rows = try await model.store.query(claim(room, of: lines[index], fully: fully, id))
            let count = try start(rows, of: &lines[index], id)
            isDry = isDry && count < room
        }
        return isDry
    }

    /// Lets due jobs join the lines, then looks at the whole of them: the first in the same flush, which is
    /// all that most workers have. Returns, too, in how long the next job is due.
    private func lookFully(at lines: inout [Line], _ id: Int) async throws -> (
        isDry: Bool, nextDue: Duration?
    ) {
        let room = runners.room
        let segments = [
            [model.queue.promote(configuration.queues)], [claim(room, of: lines[0], fully: true, id)],
        ]
        let outcomes = try await model.store.withConnection { try await $0.exchange(segments) }
        let seconds = try outcomes[0].get().first?.first?.decode(Double?.self)
        let count = try outcomes[1].get().first.map { try start($0, of: &lines[0], id) } ?? 0
        var others = Array(lines.dropFirst())
        let areOthersDry = try await claim(from: &others, fully: true, id)
        lines.replaceSubrange(1..., with: others)
        return (count < room && areOthersDry, seconds.map { .seconds(max($0, 0)) })
    }

    private func claim(_ amount: Int, of line: Line, fully: Bool, _ id: Int) -> Statement {
        model.queue.claim(line.queue, worker: id, amount: amount, floors: fully ? [] : line.floors)
    }

    /// Starts what was claimed, in its order, and returns how many jobs that is.
    private func start(_ rows: Rows, of line: inout Line, _ id: Int) throws -> Int {
        let jobs = try rows.map { try Job($0, of: line.queue, by: id) }
        guard !jobs.isEmpty else { return 0 }
        line.note(jobs)
        runners.add(jobs.sorted { ($0.priority, $0.position) < ($1.priority, $1.position) })
        oversee()
        return jobs.count
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
