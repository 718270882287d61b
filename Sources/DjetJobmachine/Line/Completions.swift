import DequeModule
import DjetModel
import DjetStore
import Logging

/// The answers of jobs without a transaction of their own, many in one statement; and the rings for answers that others
/// have stored.
///
/// An answer that comes while others are being written waits for them and goes with the next batch: alone it
/// goes at once, among many it goes cheaply.
final class Completions: Sendable {
    struct Completion: Sendable {
        let ticket: TicketID
        let kind: String
        let attempt: Int
        let reply: String
    }

    fileprivate struct Batch {
        var completions: [Completion] = []
        /// Those whose answers are stored, and whose callers have not been told.
        var untold: [TicketID] = []

        var isEmpty: Bool { completions.isEmpty && untold.isEmpty }
        var tickets: [TicketID] { completions.map(\.ticket) + untold }
        /// The length of the replies, in bytes.
        var size: Int { completions.reduce(0) { $0 + $1.reply.utf8.count } }
    }

    fileprivate struct State {
        var pending = Deque<Completion>()
        /// The length of the replies that are pending, in bytes.
        var size = 0
        var untold: [TicketID] = []
        /// Those that are being written.
        var batch = Batch()
        var isWriting = false
        /// Whether somebody wants to know when there is room again.
        var isAsked = false
        var waiters: [CheckedContinuation<Void, Never>] = []
        /// After this time nobody waits any more for a database that does not answer.
        var deadline: ContinuousClock.Instant?
    }

    /// As many as go well into one statement, and as many bytes.
    private static let batch = 500
    fileprivate static let batchSize = 16 << 20
    /// From so many on it is worth waiting for more.
    private static let many = 50
    private static let patience = Duration.milliseconds(3)
    /// As long as more wait, none are claimed: all that wait would run again if the program were killed.
    private static let most = 2000
    private static let mostBytes = 256 << 20

    private let state = Guarded(State())
    private let model: Model
    private let failures: FailureLog
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
            state.isAsked = state.pending.count > Self.most || state.size > Self.mostBytes
            return !state.isAsked
        }
    }

    func add(_ completion: Completion) {
        note { state in
            state.pending.append(completion)
            state.size += completion.reply.utf8.count
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
    var ids: [Int64] { state.withLock { ($0.pending + $0.batch.completions).map(\.ticket.number) } }

    /// Waits until all are written, or until they cannot be within the time: then their jobs are for other workers.
    func settle(within patience: Duration = .seconds(3600)) async {
        state.withLock { $0.deadline = .now + patience }
        await withCheckedContinuation { waiter in
            let isSettled = state.withLock { state in
                if state.isWriting { state.waiters.append(waiter) }
                return !state.isWriting
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
                let isOver = state.withLock { $0.putBack(batch, .now) }
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

    private func next() -> Batch? {
        let (batch, waiters, isAwaited) = state.withLock { state in
            state.takeBatch(of: Self.batch)
            let isAwaited = state.isAsked && state.pending.count <= Self.most && state.size <= Self.mostBytes
            if isAwaited { state.isAsked = false }
            return (state.batch, state.takeWaiters(), isAwaited)
        }
        for waiter in waiters { waiter.resume() }
        if isAwaited { onRoom() }
        return batch.isEmpty ? nil : batch
    }

    private func write(_ batch: Batch) async throws {
        let ring = Connection.ring(batch.tickets.map { model.queue.channel(of: $0) })
        guard !batch.completions.isEmpty else {
            _ = try await model.store.punctual.pipeline([ring])
            return
        }
        let statement = storing(batch.completions)
        let outcomes = try await model.store.punctual.withConnection { connection in
            try await connection.exchangeToTheEnd([[statement], [ring]])
        }
        let answer: [Rows]
        switch outcomes[0] {
        case .success(let rows): answer = rows
        case .failure(let error) where error.concernsValue: return try await isolate(batch, error)
        case .failure(let error): throw error
        }
        let accepted = Set(try answer[0].decode(Int64.self))
        for refused in batch.completions where !accepted.contains(refused.ticket.number) {
            failures.note(
                .warning, "an answer came too late and was refused", of: refused.kind, refused.ticket)
        }
        let isTold = outcomes.count > 1 && (try? outcomes[1].get()) != nil
        if !isTold { state.withLock { $0.untold += batch.tickets } }
    }

    /// One of them cannot be stored: each is by itself then, and that one ends as error.
    private func isolate(_ batch: Batch, _ error: StoreError) async throws {
        guard batch.completions.count == 1, batch.untold.isEmpty else {
            for completion in batch.completions { try await write(Batch(completions: [completion])) }
            return try await write(Batch(untold: batch.untold))
        }
        try await fail(batch.completions[0], error)
    }

    private func fail(_ completion: Completion, _ error: StoreError) async throws {
        let known: any Error = ReplyError(error, of: "the reply").map { $0 as any Error } ?? error
        failures.note(.info, "an answer cannot be stored", of: completion.kind, completion.ticket, known)
        let statement = model.queue.fail(
            worker: worker(), id: completion.ticket.number, attempt: completion.attempt,
            failure: JobFailure(known).json, delay: nil)
        let ring = Connection.ring([model.queue.channel(of: completion.ticket)])
        let outcomes = try await model.store.punctual.withConnection { connection in
            try await connection.exchangeToTheEnd([[statement], [ring]])
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
    fileprivate mutating func takeBatch(of count: Int) {
        batch = .init(untold: untold)
        var bytes = 0
        for completion in pending.prefix(count) {
            bytes += completion.reply.utf8.count
            // The first goes in any case.
            guard batch.completions.isEmpty || bytes <= Completions.batchSize else { break }
            batch.completions.append(completion)
        }
        pending.removeFirst(batch.completions.count)
        size -= batch.size
        untold = []
        isWriting = !batch.isEmpty
    }

    /// Lets them wait to be written again. Returns whether it is too late for that: then there are none any more.
    fileprivate mutating func putBack(_ batch: Completions.Batch, _ now: ContinuousClock.Instant) -> Bool {
        pending.prepend(contentsOf: batch.completions)
        size += batch.size
        untold += batch.untold
        guard let deadline, deadline <= now else { return false }
        (pending, size, untold) = ([], 0, [])
        return true
    }

    /// Those who wait until all are written, if all are.
    fileprivate mutating func takeWaiters() -> [CheckedContinuation<Void, Never>] {
        guard !isWriting else { return [] }
        defer { waiters = [] }
        return waiters
    }
}
