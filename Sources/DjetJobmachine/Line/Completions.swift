import DjetModel
import DjetStore
import Logging

/// The answers of jobs without a transaction of their own, many in one statement.
///
/// An answer that comes while others are being written waits for them and goes with the next batch: alone it
/// goes at once, among many it goes cheaply. Once a whole batch waits, it goes beside the one before.
final class Completions: Sendable {
    struct Completion: Sendable {
        let ticket: TicketID
        let attempt: Int
        let reply: String
    }

    fileprivate struct State {
        var pending: [Completion] = []
        /// What each writer that is at work writes.
        var batches: [Int: [Completion]] = [:]
        var lastWriter = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    /// As many as go well into one statement.
    fileprivate static let batch = 500
    /// While one waits for its commit, the server is busy with the other.
    fileprivate static let writers = 2
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
        let writer = state.withLock { state in
            state.pending.append(completion)
            return state.newWriter()
        }
        if let writer { Task(executorPreference: Reactor.shared) { await self.write(writer) } }
    }

    /// The jobs whose answers are to be stored.
    var ids: [Int64] {
        state.withLock { ($0.pending + $0.batches.values.joined()).map(\.ticket.number) }
    }

    /// Waits until all are written.
    func settle() async {
        await withCheckedContinuation { waiter in
            let isSettled = state.withLock { state in
                if !state.batches.isEmpty { state.waiters.append(waiter) }
                return state.batches.isEmpty
            }
            if isSettled { waiter.resume() }
        }
    }

    private func write(_ writer: Int) async {
        var backOff = BackOff()
        while let batch = next(writer) {
            do {
                try await write(batch)
                backOff = BackOff()
                await gather()
            } catch {
                model.logger.warning("answers wait to be stored", metadata: ["error": "\(error)"])
                state.withLock { $0.putBack(batch, of: writer) }
                try? await Task.sleep(for: backOff.next())
            }
        }
    }

    /// Where many have come while the last ones were written, more will soon: they go cheaper together.
    private func gather() async {
        let isWorthWhile = state.withLock { state in
            state.batches.count == 1 && (Self.many..<Self.batch).contains(state.pending.count)
        }
        if isWorthWhile { try? await Task.sleep(for: Self.patience) }
    }

    private func next(_ writer: Int) -> [Completion]? {
        let (batch, waiters) = state.withLock { state in
            (state.next(writer), state.takeWaiters())
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

extension Completions.State {
    /// Somebody must write what waits: nobody does, or it is enough for one more.
    fileprivate mutating func newWriter() -> Int? {
        let isEnough = batches.count < Completions.writers && pending.count >= Completions.batch
        guard batches.isEmpty || isEnough else { return nil }
        lastWriter += 1
        batches[lastWriter] = []
        return lastWriter
    }

    /// What a writer is to write now; nil if it is to end, since nothing waits, or so little that another can take it along.
    fileprivate mutating func next(_ writer: Int) -> [Completions.Completion]? {
        guard !pending.isEmpty, batches.count == 1 || pending.count >= Completions.batch else {
            batches[writer] = nil
            return nil
        }
        let batch = Array(pending.prefix(Completions.batch))
        pending.removeFirst(batch.count)
        batches[writer] = batch
        return batch
    }

    fileprivate mutating func putBack(_ batch: [Completions.Completion], of writer: Int) {
        pending = batch + pending
        batches[writer] = []
    }

    fileprivate mutating func takeWaiters() -> [CheckedContinuation<Void, Never>] {
        guard batches.isEmpty else { return [] }
        defer { waiters = [] }
        return waiters
    }
}
