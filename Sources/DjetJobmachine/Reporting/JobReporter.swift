import DjetJSON
import DjetModel
import DjetStore

/// The reporter of a running job: passes on its progress and its log a few times a second, without delaying
/// the job.
final class JobReporter: Sendable {
    private struct State {
        var progress: JobProgress?
        var lines = LogLines()
        var sender = SingleRunner()
        var isClosed = false
        /// True while a report is on its way to the database.
        var isUnderWay = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private struct Report {
        var progress: JobProgress?
        var lines: [PendingLogLine]
    }

    private static let interval = Duration.milliseconds(200)

    private let state = Guarded(State())
    let job: Job
    private let context: WorkerContext
    private var model: Model { context.model }

    init(of job: Job, _ context: WorkerContext) {
        self.job = job
        self.context = context
    }

    func report(_ progress: JobProgress) {
        let progress = progress.storable
        change { $0.progress = progress }
    }

    func log(_ level: String, _ message: String) {
        let now = ContinuousClock.now
        change { $0.lines.add(level, message, at: now) }
    }

    // MARK: At the end

    /// Stops reporting. Waits for a report that is on its way, but not for one that waits for a connection:
    /// the job may hold the last one.
    func close() async {
        let isUnderWay = state.withLock { state in
            state.isClosed = true
            return state.isUnderWay
        }
        guard isUnderWay else { return }
        await withCheckedContinuation { waiter in
            let isStillUnderWay = state.withLock { state in
                if state.isUnderWay { state.waiter = waiter }
                return state.isUnderWay
            }
            if !isStillUnderWay { waiter.resume() }
        }
    }

    /// The statements that store the remaining lines, in the transaction that ends the attempt. Usually
    /// empty.
    var rest: [Statement] {
        let lines = state.withLock { state in
            var lines = state.lines
            return lines.isEmpty ? [] : lines.take(.now)
        }
        return lines.isEmpty ? [] : [writeLog(lines)]
    }

    // MARK: While it runs

    private func change(_ body: (inout State) -> Void) {
        let mustBegin = state.withLock { state in
            body(&state)
            return !state.isClosed && state.sender.begin()
        }
        if mustBegin { Task(executorPreference: Reactor.shared) { await self.passOn() } }
    }

    private func passOn() async {
        while goesOn() {
            try? await model.store.punctual.withConnection { await passOn(by: $0) }
            try? await Reactor.shared.sleep(for: Self.interval)
        }
    }

    private func goesOn() -> Bool {
        state.withLock { state in
            state.sender.goesOn(
                if: !state.isClosed && (state.progress != nil || !state.lines.isEmpty))
        }
    }

    private func passOn(by connection: Connection) async {
        guard let report = take() else { return }
        let segments = [statements(of: report), [ring]]
        let outcome = try? await connection.exchange(segments).first?.get()
        isOver(report, hasArrived: outcome != nil)
    }

    private func take() -> Report? {
        let now = ContinuousClock.now
        return state.withLock { state in
            guard !state.isClosed else { return nil }
            state.isUnderWay = true
            defer { state.progress = nil }
            return Report(progress: state.progress, lines: state.lines.take(now))
        }
    }

    private func isOver(_ report: Report, hasArrived: Bool) {
        let waiter = state.withLock { state in
            if !hasArrived { state.lines.lose(report.lines.count) }
            state.isUnderWay = false
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    // MARK: Statements

    private func statements(of report: Report) -> [Statement] {
        let text = report.progress.flatMap { try? JSON.text(of: $0) }
        let progress = text.map {
            model.queue.progress(
                worker: job.worker, id: job.ticket.number, attempt: job.attempt, progress: $0)
        }
        return [progress].compactMap(\.self) + (report.lines.isEmpty ? [] : [writeLog(report.lines)])
    }

    private func writeLog(_ lines: [PendingLogLine]) -> Statement {
        model.queue.writeLog(worker: job.worker, id: job.ticket.number, attempt: job.attempt, lines: lines)
    }

    private var ring: Statement {
        Connection.ring([model.queue.channel(of: job.ticket)], saying: JobQueue.moved)
    }
}
