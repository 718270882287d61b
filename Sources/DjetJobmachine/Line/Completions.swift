import DequeModule
import DjetModel
import DjetStore
import Logging

/// The answers of jobs without a transaction of their own, many in one statement; and the rings for answers that others
/// have stored.
///
/// An answer that comes while others are being written waits for them and goes with the next batch: alone it
/// goes at once, among many it goes cheaply. One that cannot be stored holds back no others: it ends its job as error, or is
/// laid aside for as long as something is in its way.
final class Completions: Sendable {
    struct Completion: Sendable {
        let ticket: TicketID
        let kind: String
        let attempt: Int
        let reply: String

        /// The length of the reply, in bytes.
        var size: Int { reply.utf8.count }
    }

    struct Batch {
        var completions: [Completion] = []
        /// Those whose answers are stored, and whose callers have not been told.
        var untold: [TicketID] = []

        var isEmpty: Bool { completions.isEmpty && untold.isEmpty }
        var tickets: [TicketID] { completions.map(\.ticket) + untold }
        /// The length of the replies, in bytes.
        var size: Int { completions.reduce(0) { $0 + $1.size } }
    }

    struct State {
        var pending = Deque<Completion>()
        /// The length of the replies that are pending, in bytes.
        var size = 0
        var untold: [TicketID] = []
        /// Those that are being written.
        var batch = Batch()
        var isWriting = false
        var aside = Aside()
        var isWritingAside = false
        /// Whether somebody wants to know when there is room again.
        var isAsked = false
        var waiters: [CheckedContinuation<Void, Never>] = []
        /// After this time nobody waits any more for a database that does not answer.
        var deadline: ContinuousClock.Instant?
    }

    /// As many as go well into one statement, and as many bytes.
    static let batch = 500
    private static let batchSize = 16 << 20
    /// From so many on it is worth waiting for more.
    private static let many = 50
    private static let patience = Duration.milliseconds(3)
    /// How long a batch waits for locks, and how long an answer by itself: somebody may keep a job's row for hours.
    static let lockPatience = (ofMany: Duration.seconds(1), ofOne: Duration.milliseconds(10))
    /// As long as more wait, none are claimed: all that wait would run again if the program were killed.
    fileprivate static let most = 2000
    fileprivate static let mostBytes = 256 << 20

    let state = Guarded(State())
    let model: Model
    let failures: FailureLog
    private let onRoom: @Sendable () -> Void
    private let worker: @Sendable () -> Int

    /// - Parameters:
    ///   - onRoom: called when more jobs can be claimed, after `hasRoom` has said that none could.
    ///   - worker: whose answers they are.
    init(
        _ model: Model, _ failures: FailureLog, onRoom: @escaping @Sendable () -> Void,
        worker: @escaping @Sendable () -> Int
    ) {
        self.model = model
        self.failures = failures
        self.onRoom = onRoom
        self.worker = worker
    }

    /// Whether the answers of more jobs could be stored soon.
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

    /// Tells the callers of a job that its answer is stored, within a few milliseconds: a ring for each job is a fifth of
    /// what a short transaction costs.
    func tell(_ ticket: TicketID) {
        note(patience: Self.patience) { $0.untold.append(ticket) }
    }

    private func note(patience: Duration? = nil, _ change: (inout State) -> Void) {
        let mustBegin = state.withLock { state in
            change(&state)
            defer { state.isWriting = true }
            return !state.isWriting
        }
        guard mustBegin else { return }
        Task(executorPreference: Reactor.shared) {
            if let patience { try? await Reactor.shared.sleep(for: patience) }
            await self.write()
        }
    }

    /// The jobs whose answers are to be stored.
    var jobs: [(id: Int64, attempt: Int)] {
        state.withLock { state in
            let all = Array(state.pending) + state.batch.completions + state.aside.all
            return all.map { ($0.ticket.number, $0.attempt) }
        }
    }

    /// Waits until all are written, or until they cannot be within the time: then their jobs are for other workers.
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
                model.logger.warning("answers wait to be stored", metadata: ["error": "\(error)"])
                let isOver = state.withLock { $0.putBack(.now) }
                if isOver { model.logger.error("answers were not stored; their jobs run again elsewhere") }
                try? await Reactor.shared.sleep(for: backOff.next())
            }
        }
    }

    /// Where many have come while the last ones were written, more will soon: they go cheaper together.
    private func gather() async {
        let mayWait = state.withLock { state in
            let count = state.pending.count
            return count == 0 ? !state.untold.isEmpty : (Self.many..<Self.batch).contains(count)
        }
        if mayWait { try? await Reactor.shared.sleep(for: Self.patience) }
    }

    /// As many of these as go into one statement: the first in any case.
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

    /// Tells those who wait for room, or until all are written, if it is so.
    func tellWhoeverWaits() {
        let (waiters, isAwaited) = state.withLock { state in
            let isAwaited = state.isAsked && state.hasRoom
            if isAwaited { state.isAsked = false }
            return (state.takeWaiters(), isAwaited)
        }
        for waiter in waiters { waiter.resume() }
        if isAwaited { onRoom() }
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

    /// Stores the answers, and returns whether whoever waits for them has been told.
    func store(
        _ completions: [Completion], within patience: Duration, _ ring: Statement
    ) async throws -> Bool {
        let segments = [[Self.limitingLocks(to: patience), storing(completions)], [ring]]
        let outcomes = try await model.store.punctual.withConnection { connection in
            try await connection.exchangeToTheEnd(segments)
        }
        let accepted = Set(try outcomes[0].get()[1].decode(Int64.self))
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
        let segments = [[Self.limitingLocks(to: Self.lockPatience.ofMany), statement], [ring]]
        let outcomes = try await model.store.punctual.withConnection { connection in
            try await connection.exchangeToTheEnd(segments)
        }
        _ = try outcomes[0].get()
    }

    private func storing(_ completions: [Completion]) -> Statement {
        model.queue.reply(
            worker: worker(), ids: completions.map(\.ticket.number), attempts: completions.map(\.attempt),
            replies: completions.map(\.reply))
    }
}

extension Completions.State {
    /// Whether there are so few that more jobs may be claimed.
    fileprivate var hasRoom: Bool {
        pending.count + aside.count <= Completions.most && size + aside.size <= Completions.mostBytes
    }

    fileprivate var isSettled: Bool { !isWriting && aside.isEmpty }

    fileprivate mutating func takeBatch() {
        batch = .init(completions: Completions.fitting(pending), untold: untold)
        pending.removeFirst(batch.completions.count)
        size -= batch.size
        untold = []
        isWriting = !batch.isEmpty
    }

    /// Lets those of the batch that have not been seen to wait to be written again. Returns whether it is too late for that:
    /// then there are none any more.
    fileprivate mutating func putBack(_ now: ContinuousClock.Instant) -> Bool {
        pending.prepend(contentsOf: batch.completions)
        size += batch.size
        untold += batch.untold
        batch = .init()
        guard isOver(now) else { return false }
        (pending, size, untold) = ([], 0, [])
        return true
    }

    /// Whether nobody waits any more.
    func isOver(_ now: ContinuousClock.Instant) -> Bool { deadline.map { $0 <= now } ?? false }

    /// Those who wait until all are written, if all are.
    fileprivate mutating func takeWaiters() -> [CheckedContinuation<Void, Never>] {
        guard isSettled else { return [] }
        defer { waiters = [] }
        return waiters
    }
}
