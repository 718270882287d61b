import DequeModule
import DjetModel
import DjetStore
import Logging

/// The answers of jobs without a transaction of their own, stored many in one statement; and the rings for
/// answers that others have stored.
///
/// An answer that comes while others are being written waits and joins the next batch: alone it is stored at
/// once, among many it is stored cheaply. One that cannot be stored holds back no others: it ends its job as
/// error, or is laid aside as long as something is in its way.
final class Completions: Sendable {
    struct Completion: Sendable {
        let ticket: TicketID
        let kind: String
        let attempt: Int
        let reply: String
        /// True if the job belongs to a group.
        var isMember = false

        /// The length of the reply, in bytes.
        var size: Int { reply.utf8.count }
    }

    struct Batch {
        var completions: [Completion] = []
        /// The tickets whose answers are stored, and whose callers have not been told.
        var untold: [TicketID] = []

        var isEmpty: Bool { completions.isEmpty && untold.isEmpty }
        var tickets: [TicketID] { completions.map(\.ticket) + untold }
        /// The length of the replies, in bytes.
        var size: Int { completions.reduce(0) { $0 + $1.size } }
    }

    struct State {
        var pending = Deque<Completion>()
        /// The length of the pending replies, in bytes.
        var size = 0
        var untold: [TicketID] = []
        /// The answers that are being written.
        var batch = Batch()
        var writer = SingleRunner()
        var aside = Aside()
        var asideWriter = SingleRunner()
        /// True if a claim waits to hear that there is room again.
        var isAsked = false
        var waiters: [CheckedContinuation<Void, Never>] = []
        /// The time after which a stopping worker no longer waits for the database.
        var deadline: ContinuousClock.Instant?
    }

    /// The most answers, and the most bytes of replies, in one statement.
    static let batch = 500
    private static let batchSize = 16 << 20
    /// The number of pending answers from which waiting for more pays.
    private static let many = 50
    private static let patience = Duration.milliseconds(3)
    /// The wait for locks, of a batch and of a single answer: another session may hold a job's row for hours.
    static let lockPatience = (ofMany: Duration.seconds(1), ofOne: Duration.milliseconds(10))
    /// The most pending answers with which more jobs are claimed: all of them would run again if the program
    /// were killed.
    fileprivate static let most = 2000
    fileprivate static let mostBytes = 256 << 20

    let state = Guarded(State())
    let model: Model
    let failures: FailureLog
    private let worker: @Sendable () -> Int
    private let send: WorkerState.Sender

    /// - Parameter worker: returns the number of the worker whose answers they are.
    init(
        _ model: Model, _ failures: FailureLog, worker: @escaping @Sendable () -> Int,
        send: @escaping WorkerState.Sender
    ) {
        self.model = model
        self.failures = failures
        self.worker = worker
        self.send = send
    }

    /// True if the answers of more jobs could be stored soon. If false, it sends `roomFreed` once they can.
    var hasRoom: Bool {
        state.withLock { state in
            state.isAsked = !state.hasRoom
            return !state.isAsked
        }
    }

    func add(_ completion: Completion) {
        note { state in
            state.pending.append(completion)
            state.size += completion.size
        }
    }

    /// Rings a job's ticket within a few milliseconds, once its answer is stored. The rings are gathered: one
    /// for each job is a fifth of the cost of a short transaction.
    func tell(_ ticket: TicketID) {
        note(patience: Self.patience) { $0.untold.append(ticket) }
    }

    private func note(patience: Duration? = nil, _ change: (inout State) -> Void) {
        let mustBegin = state.withLock { state in
            change(&state)
            return state.writer.begin()
        }
        guard mustBegin else { return }
        Task(executorPreference: Reactor.shared) {
            if let patience { try? await Reactor.shared.sleep(for: patience) }
            await self.write()
        }
    }

    /// The jobs whose answers are still to be stored.
    var claims: [Claim] {
        state.withLock { state in
            let all = Array(state.pending) + state.batch.completions + state.aside.all
            return all.map { Claim(id: $0.ticket.number, attempt: $0.attempt) }
        }
    }

    /// Waits until all answers are written, or until `patience` is over: their jobs are then left to other
    /// workers.
    func settle(within patience: Duration = .seconds(3600)) async {
        state.withLock { $0.deadline = .now + patience }
        await withCheckedContinuation { waiter in
            let isSettled = state.withLock { state in
                if !state.isSettled { state.waiters.append(waiter) }
                return state.isSettled
            }
            if isSettled { waiter.resume() }
        }
    }

    private func write() async {
        var backOff = BackOff()
        while let batch = next() {
            do {
                try await write(batch)
                backOff = BackOff()
                await gather()
            } catch {
                failures.note(.warning, "answers wait to be stored", error)
                let isOver = state.withLock { $0.putBack(.now) }
                if isOver { model.logger.error("answers were not stored; their jobs run again elsewhere") }
                try? await Reactor.shared.sleep(for: backOff.next())
            }
        }
    }

    /// Waits a moment if many answers came during the last write: more will follow, and they are cheaper
    /// together.
    private func gather() async {
        let mayWait = state.withLock { state in
            let count = state.pending.count
            return count == 0 ? !state.untold.isEmpty : (Self.many..<Self.batch).contains(count)
        }
        if mayWait { try? await Reactor.shared.sleep(for: Self.patience) }
    }

    /// Returns the answers that fit into one statement; the first always does.
    static func fitting(_ completions: some Sequence<Completion>) -> [Completion] {
        var bytes = 0
        return completions.prefix(batch).enumerated().prefix { index, completion in
            bytes += completion.size
            return index == 0 || bytes <= batchSize
        }.map(\.element)
    }

    private func next() -> Batch? {
        let batch = state.withLock { state in
            state.takeBatch()
            return state.batch
        }
        tellWhoeverWaits()
        return batch.isEmpty ? nil : batch
    }

    /// Resumes the tasks that wait for the end of all writes, and sends `roomFreed`, if it is so.
    func tellWhoeverWaits() {
        let (waiters, isAwaited) = state.withLock { state in
            let isAwaited = state.isAsked && state.hasRoom
            if isAwaited { state.isAsked = false }
            return (state.takeWaiters(), isAwaited)
        }
        for waiter in waiters { waiter.resume() }
        if isAwaited { send(.roomFreed) }
    }

    private func write(_ batch: Batch) async throws {
        let ring = Connection.ring(batch.tickets.map { model.queue.channel(of: $0) })
        guard !batch.completions.isEmpty else {
            _ = try await model.store.punctual.pipeline([ring])
            return
        }
        do {
            let isTold = try await store(batch.completions, within: Self.lockPatience.ofMany, ring)
            if !isTold { state.withLock { $0.untold += batch.tickets } }
        } catch let error as StoreError where error.mayBeOfOneAnswer {
            try await writeEach(batch.completions)
            if !batch.untold.isEmpty { try await write(Batch(untold: batch.untold)) }
        }
    }

    /// Stores the answers, and returns true if their callers have been told.
    func store(
        _ completions: [Completion], within patience: Duration, _ ring: Statement
    ) async throws -> Bool {
        let segments = [[Self.limitingLocks(to: patience), storing(completions)], [ring]]
        let outcomes = try await model.store.punctual.withConnection { connection in
            try await connection.exchangeUncancellably(segments)
        }
        let accepted = Set(try outcomes[0].get()[1].decode(Int64.self))
        if completions.contains(where: \.isMember) { send(.memberEnded) }
        for refused in completions where !accepted.contains(refused.ticket.number) {
            failures.note(
                .warning, "an answer came too late and was refused", of: refused.kind, refused.ticket)
        }
        return outcomes.count > 1 && (try? outcomes[1].get()) != nil
    }

    private static func limitingLocks(to patience: Duration) -> Statement {
        let limit = "\(Int(patience / .milliseconds(1)))ms"
        return "select set_config('lock_timeout', \(limit), true)"
    }

    func fail(_ completion: Completion, _ error: StoreError) async throws {
        let known: any Error = ReplyError(error, of: "the reply").map { $0 as any Error } ?? error
        failures.note(.info, "an answer cannot be stored", of: completion.kind, completion.ticket, known)
        let statement = model.queue.fail(
            worker: worker(), id: completion.ticket.number, attempt: completion.attempt,
            failure: JobFailure(known).json, delay: nil)
        let ring = Connection.ring([model.queue.channel(of: completion.ticket)])
        let statements = [Self.limitingLocks(to: Self.lockPatience.ofMany), statement]
        try await model.store.punctual.exchange(statements, ringing: [ring])
    }

    private func storing(_ completions: [Completion]) -> Statement {
        model.queue.reply(
            worker: worker(), ids: completions.map(\.ticket.number), attempts: completions.map(\.attempt),
            replies: completions.map(\.reply))
    }
}

extension Completions.State {
    /// True if few enough wait that more jobs may be claimed.
    fileprivate var hasRoom: Bool {
        pending.count + aside.count <= Completions.most && size + aside.size <= Completions.mostBytes
    }

    fileprivate var isSettled: Bool { !writer.isRunning && aside.isEmpty }

    fileprivate mutating func takeBatch() {
        batch = .init(completions: Completions.fitting(pending), untold: untold)
        pending.removeFirst(batch.completions.count)
        size -= batch.size
        untold = []
        _ = writer.goesOn(if: !batch.isEmpty)
    }

    /// Puts the unfinished batch back to be written again. Returns true if the deadline is over: it then
    /// drops all of them.
    fileprivate mutating func putBack(_ now: ContinuousClock.Instant) -> Bool {
        pending.prepend(contentsOf: batch.completions)
        size += batch.size
        untold += batch.untold
        batch = .init()
        guard isOver(now) else { return false }
        (pending, size, untold) = ([], 0, [])
        return true
    }

    /// Returns true if the deadline is over.
    func isOver(_ now: ContinuousClock.Instant) -> Bool { deadline.map { $0 <= now } ?? false }

    /// Removes and returns the waiters, if everything is written.
    fileprivate mutating func takeWaiters() -> [CheckedContinuation<Void, Never>] {
        guard isSettled else { return [] }
        defer { waiters = [] }
        return waiters
    }
}
