import DequeModule
import DjetModel
import DjetStore
import Logging

/// The answers of jobs without a transaction of their own, many in one statement.
///
/// An answer that comes while others are being written waits for them and goes with the next batch: alone it
/// goes at once, among many it goes cheaply.
final class Completions: Sendable {
    struct Completion: Sendable {
        let ticket: TicketID
        let attempt: Int
        let reply: String
    }

    fileprivate struct State {
        var pending = Deque<Completion>()
        /// Those that are being written.
        var batch: [Completion] = []
        var isWriting = false
        /// Whether somebody wants to know when there is room again.
        var isAsked = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    /// As many as go well into one statement.
    private static let batch = 500
    /// From so many on it is worth waiting for more.
    private static let many = 50
    private static let patience = Duration.milliseconds(3)
    /// As long as more wait, none are claimed: all that wait would run again if the program were killed.
    private static let most = 2000

    private let state = Guarded(State())
    private let model: Model
    private let onRoom: @Sendable () -> Void
    private let worker: @Sendable () -> Int

    /// - Parameters:
    ///   - onRoom: called when more jobs can be claimed, after `hasRoom` has said that none could.
    ///   - worker: whose answers they are.
    init(_ model: Model, onRoom: @escaping @Sendable () -> Void, worker: @escaping @Sendable () -> Int) {
        self.model = model
        self.onRoom = onRoom
        self.worker = worker
    }

    /// Whether the answers of more jobs could be stored soon.
    var hasRoom: Bool {
        state.withLock { state in
            state.isAsked = state.pending.count > Self.most
            return !state.isAsked
        }
    }

    func add(_ completion: Completion) {
        let mustBegin = state.withLock { state in
            state.pending.append(completion)
            defer { state.isWriting = true }
            return !state.isWriting
        }
        if mustBegin { Task(executorPreference: Reactor.shared) { await self.write() } }
    }

    /// The jobs whose answers are to be stored.
    var ids: [Int64] { state.withLock { ($0.pending + $0.batch).map(\.ticket.number) } }

    /// Waits until all are written.
    func settle() async {
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
                state.withLock { $0.pending.prepend(contentsOf: batch) }
                try? await Reactor.shared.sleep(for: backOff.next())
            }
        }
    }

    /// Where many have come while the last ones were written, more will soon: they go cheaper together.
    private func gather() async {
        let count = state.withLock({ $0.pending.count })
        if (Self.many..<Self.batch).contains(count) { try? await Reactor.shared.sleep(for: Self.patience) }
    }

    private func next() -> [Completion]? {
        let (batch, waiters, isAwaited) = state.withLock { state in
            state.takeBatch(of: Self.batch)
            let isAwaited = state.isAsked && state.pending.count <= Self.most
            if isAwaited { state.isAsked = false }
            return (state.batch, state.takeWaiters(), isAwaited)
        }
        for waiter in waiters { waiter.resume() }
        if isAwaited { onRoom() }
        return batch.isEmpty ? nil : batch
    }

    private func write(_ batch: [Completion]) async throws {
        let statement = model.queue.reply(
            worker: worker(), ids: batch.map(\.ticket.number), attempts: batch.map(\.attempt),
            replies: batch.map(\.reply))
        let channels = batch.map { model.queue.channel(of: $0.ticket) }
        let outcomes = try await model.store.withConnection { connection in
            try await connection.exchangeToTheEnd([[statement], [Connection.ring(channels)]])
        }
        let accepted = Set(try outcomes[0].get()[0].decode(Int64.self))
        for refused in batch where !accepted.contains(refused.ticket.number) {
            model.logger.warning(
                "an answer came too late and was refused", metadata: ["job": "\(refused.ticket)"])
        }
    }
}

extension Completions.State {
    fileprivate mutating func takeBatch(of count: Int) {
        batch = Array(pending.prefix(count))
        pending.removeFirst(batch.count)
        isWriting = !batch.isEmpty
    }

    /// Those who wait until all are written, if all are.
    fileprivate mutating func takeWaiters() -> [CheckedContinuation<Void, Never>] {
        guard !isWriting else { return [] }
        defer { waiters = [] }
        return waiters
    }
}
