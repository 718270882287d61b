import DjetModel
import DjetStore
import Logging

extension Worker {
    /// Claims and starts jobs until the worker is asked to stop.
    func claimUntilStopped(_ id: Int) async {
        var lines = configuration.queues.map { Line($0) }
        var dues = Dues()
        var lastFullLook: ContinuousClock.Instant?
        // Not for longer: after a failover the jobs wait for it.
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
                // Nothing above the floors; below them somebody may have committed late.
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

    /// How often a busy worker looks at the whole line, for the sake of transactions that committed late.
    private static let fullLookInterval = Duration.seconds(1)

    /// Claims as many jobs as there is room for, those first that come up now. Returns whether none was left.
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

    /// A claim is not waited for until it is on the disk: should the server crash, it never was, and the fence refuses whatever
    /// was done by it.
    private func claim(_ amount: Int, of line: Line, fully: Bool, _ id: Int) -> [Statement] {
        [
            "select set_config('synchronous_commit', 'off', true)",
            model.queue.claim(line.queue, worker: id, amount: amount, floors: fully ? [] : line.floors),
        ]
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

    /// Sleeps until it is rung, or until jobs have joined the line whose time has come.
    private func sleepUntilThereMayBeJobs(
        _ wakeUps: inout AsyncStream<Void>.Iterator, _ dues: inout Dues
    ) async throws {
        while !isStopping {
            // Before it sleeps, too: what rang while it was busy wakes nobody any more.
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

    /// Whether there was a ring that spoke of jobs for later; nil if there was none.
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
