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

    private struct State {
        var pending: [Completion] = []
        /// Those that are being written.
        var batch: [Completion] = []
        var isWriting = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    /// As many as go well into one statement.
    private static let batch = 500
    /// From so many on it is worth waiting for more.
    private static let many = 50
    private static let patience = Duration.milliseconds(3)

    private let state = Guarded(State())
    private let model: Model
    private let worker: @Sendable () -> Int

    init(_ model: Model, worker: @escaping @Sendable () -> Int) {
        self.model = model
        self.worker = worker
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
                state.withLock { $0.pending = batch + $0.pending }
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
        let (batch, waiters) = state.withLock {
            state -> ([Completion]?, [CheckedContinuation<Void, Never>]) in
            guard !state.pending.isEmpty else {
                (state.isWriting, state.batch) = (false, [])
                defer { state.waiters = [] }
                return (nil, state.waiters)
            }
            state.batch = Array(state.pending.prefix(Self.batch))
            state.pending.removeFirst(state.batch.count)
            return (state.batch, [])
        }
        for waiter in waiters { waiter.resume() }
        return batch
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
