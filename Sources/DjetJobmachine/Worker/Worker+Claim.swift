import DjetModel
import DjetStore
import Logging

extension Worker {
    /// Claims and starts jobs until the worker is asked to stop.
    func claimUntilStopped(_ id: Int) async {
        var lines = configuration.queues.map { Line($0) }
        var dues = Dues()
        var lastFullLook: ContinuousClock.Instant?
        // Limited to 2 seconds, since after a failover the jobs wait for it.
        let first = BackOff(upTo: .seconds(2))
        var backOff = first
        var wakeUps = wakeUps.makeAsyncIterator()
        while !isStopping {
            do {
                try await reckon(id)
                guard completions.hasRoom, runners.room > 0 else {
                    await wakeUps.next(isolation: #isolation)
                    continue
                }
                let isFull = lastFullLook.map { $0.duration(to: .now) > Self.fullLookInterval } ?? true
                let isDry = try await look(at: &lines, &dues, fully: isFull, id)
                lastFullLook = isFull ? .now : lastFullLook
                // Nothing is left above the floors; below them, a transaction may have committed late.
                if isDry { lastFullLook = nil }
                if isDry, isFull {
                    tellOthersThatItIsDry(id)
                    try await sleepUntilThereMayBeJobs(&wakeUps, &dues)
                }
                lines.append(lines.removeFirst())
                backOff = first
            } catch {
                model.logger.warning("cannot claim", metadata: ["error": "\(error)"])
                reckonSoon()
                if (error as? StoreError)?.sqlState == .notRegistered { await registerAgain() }
                try? await Reactor.shared.sleep(for: backOff.next())
            }
        }
    }

    /// The interval at which a busy worker looks at the whole line, for transactions that committed late.
    private static let fullLookInterval = Duration.seconds(1)

    /// Claims as many jobs as there is room for, newly due ones included. Returns true if none was left.
    private func look(
        at lines: inout [Line], _ dues: inout Dues, fully: Bool, _ id: Int
    ) async throws -> Bool {
        guard dues.mustLook(.now) else { return try await claim(from: &lines[...], fully: fully, id) }
        let room = runners.room
        let segments = [
            [model.queue.promote(configuration.queues)], claim(room, of: lines[0], fully: fully, id),
        ]
        let outcomes = try await model.store.punctual.withConnection { try await $0.exchange(segments) }
        let count = try outcomes[1].get().last.map { try start($0, of: &lines[0], id) } ?? 0
        dues.noteLook(.now, nextIn: try outcomes[0].get().first?.first?.decode(Double?.self))
        return try await claim(from: &lines[1...], fully: fully, id) && count < room
    }

    private func claim(from lines: inout ArraySlice<Line>, fully: Bool, _ id: Int) async throws -> Bool {
        var isDry = true
        for index in lines.indices {
            let room = runners.room
            guard room > 0, !isStopping else { return false }
            let statements = claim(room, of: lines[index], fully: fully, id)
            guard let rows = try await model.store.punctual.pipeline(statements).last else { return false }
            let count = try start(rows, of: &lines[index], id)
            isDry = isDry && count < room
        }
        return isDry
    }

    /// Returns the statements of a claim. Its commit does not wait for the disk: if the server crashes, the
    /// claim never happened, and the fence refuses whatever it led to.
    private func claim(_ amount: Int, of line: Line, fully: Bool, _ id: Int) -> [Statement] {
        [
            "select set_config('synchronous_commit', 'off', true)",
            model.queue.claim(line.queue, worker: id, amount: amount, floors: fully ? [] : line.floors),
        ]
    }

    /// Starts the claimed jobs, in their order, and returns their number.
    private func start(_ rows: Rows, of line: inout Line, _ id: Int) throws -> Int {
        let jobs = try rows.map { try Job($0, of: line.queue, by: id) }
        guard !jobs.isEmpty else { return 0 }
        line.note(jobs)
        runners.add(jobs.sorted { ($0.priority, $0.position) < ($1.priority, $1.position) })
        oversee()
        return jobs.count
    }

    /// Sleeps until a ring comes, or until due jobs have joined the line.
    private func sleepUntilThereMayBeJobs(
        _ wakeUps: inout AsyncStream<Void>.Iterator, _ dues: inout Dues
    ) async throws {
        while !isStopping {
            // Checked before it sleeps, too: a ring that came while it was busy wakes it no more.
            if let isForLater = takeRing() { return dues.noteRing(.now, isForLater: isForLater) }
            guard dues.mustLook(.now) else {
                await sleep(&wakeUps, until: dues.next)
                continue
            }
            if dues.isDue(.now) { return }
            let seconds = try await model.store.punctual.first(
                model.queue.promote(configuration.queues), as: Double?.self)
            dues.noteLook(.now, nextIn: seconds ?? nil)
            if dues.isDue(.now) { return }
        }
    }

    /// Returns and clears the noted ring: true if it announced jobs for later, false if not, nil if there was
    /// none.
    private func takeRing() -> Bool? {
        state.withLock { state in
            defer { (state.hasRung, state.hasRungForLater) = (false, false) }
            return state.hasRung ? state.hasRungForLater : nil
        }
    }

    private func sleep(
        _ wakeUps: inout AsyncStream<Void>.Iterator, until time: ContinuousClock.Instant?
    ) async {
        let alarm = time.map { time in
            Task(executorPreference: Reactor.shared) {
                try await Reactor.shared.sleep(until: time)
                self.wake.yield()
            }
        }
        defer { alarm?.cancel() }
        await wakeUps.next(isolation: #isolation)
    }
}
