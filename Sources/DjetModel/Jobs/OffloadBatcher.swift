import DjetStore

/// A sender of single offloads. One that comes alone goes at once; those that come while a statement is under
/// way follow it together, in one statement and one commit.
///
/// After a batch, as many offloads are likely to come again in quick succession: the first waits a moment for
/// the others, so that they do not all wait for its commit.
package final class OffloadBatcher: Sendable {
    struct Parcel: Sendable {
        let number: UInt64
        let request: OffloadRequest
        let arguments: String
        let waiter: CheckedContinuation<Int64, any Error>
    }

    private struct State {
        /// Sends one statement after the other.
        var sender = SingleRunner()
        var waiting: [Parcel] = []
        var lastNumber: UInt64 = 0
        /// The size of the last batch.
        var company = 1
        /// The number of batches sent so far.
        var round: UInt64 = 0

        /// The round whose timer runs. When it fires, the waiting offloads go, complete or not.
        var watchedRound: UInt64?

        /// True if nothing is under way and as many wait as went together the last time.
        var isComplete: Bool { !sender.isRunning && waiting.count >= company }

        mutating func next(atMost count: Int) -> [Parcel] {
            guard !waiting.isEmpty, setOut() else { return [] }
            let parcels = Array(waiting.prefix(count))
            waiting.removeFirst(parcels.count)
            company = parcels.count
            return parcels
        }

        /// Returns the round that needs a timer; nil if nothing waits for one, or if it runs already.
        mutating func patientRound() -> UInt64? {
            guard !sender.isRunning, !waiting.isEmpty, watchedRound != round else { return nil }
            watchedRound = round
            return round
        }

        /// Returns true if nothing was under way; the caller must then send.
        mutating func setOut() -> Bool {
            guard sender.begin() else { return false }
            round += 1
            return true
        }
    }

    /// The most offloads in one statement.
    private static let batch = 500
    /// The wait for the offloads that went together the last time: about the length of a commit.
    private static let patience = Duration.microseconds(200)

    private let state = Guarded(State())
    private let store: Store
    private let queue: JobQueue
    private let coalescer: RingCoalescer

    init(_ store: Store, _ queue: JobQueue, _ coalescer: RingCoalescer) {
        self.store = store
        self.queue = queue
        self.coalescer = coalescer
    }

    /// Offloads a job, and returns its id once it is committed.
    ///
    /// Cancellation withdraws a job that has not been sent; one that is under way ends in a moment.
    func take(_ request: OffloadRequest, arguments: String) async throws -> Int64 {
        guard setOutAlone() else { return try await wait(request, arguments) }
        defer { takeNext() }
        return try await send(request, arguments)
    }

    // MARK: Single offloads

    private func setOutAlone() -> Bool {
        state.withLock { $0.company == 1 && $0.setOut() }
    }

    private func send(_ request: OffloadRequest, _ arguments: String) async throws -> Int64 {
        let statement = queue.offload(request, arguments: arguments)
        let rows = try await store.punctual.withConnection { connection in
            try await coalescer.send(Set(queue.rings(for: request)), behind: statement, on: connection)
        }
        return try rows[0].value(0)
    }

    // MARK: Batches

    private func wait(_ request: OffloadRequest, _ arguments: String) async throws -> Int64 {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                enter(Parcel(number: number, request: request, arguments: arguments, waiter: waiter))
            }
        } onCancel: {
            keepBack(number)
        }
    }

    private func enter(_ parcel: Parcel) {
        let isCancelled = state.withLock { state in
            // Checked under the lock: a later cancellation finds the offload among those waiting.
            if Task.isCancelled { return true }
            state.waiting.append(parcel)
            return false
        }
        if isCancelled { return parcel.waiter.resume(throwing: CancellationError()) }
        takeThoseWhoWait()
    }

    private func keepBack(_ number: UInt64) {
        let parcel = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        parcel?.waiter.resume(throwing: CancellationError())
    }

    /// Sends the next batch after a statement has returned.
    private func takeNext() {
        state.withLock { $0.sender.end() }
        takeThoseWhoWait()
    }

    private func takeThoseWhoWait() {
        let (parcels, roundToAwait) = state.withLock { state -> ([Parcel], UInt64?) in
            if state.isComplete { return (state.next(atMost: Self.batch), nil) }
            return ([], state.patientRound())
        }
        if let roundToAwait { setOutAnyway(in: roundToAwait) }
        carry(parcels)
    }

    private func carry(_ parcels: [Parcel]) {
        guard !parcels.isEmpty else { return }
        Task(executorPreference: Reactor.shared) {
            await self.send(parcels)
            self.takeNext()
        }
    }

    private func setOutAnyway(in round: UInt64) {
        Task(executorPreference: Reactor.shared) {
            try? await Reactor.shared.sleep(for: Self.patience)
            self.carry(
                self.state.withLock { state in
                    state.round == round ? state.next(atMost: Self.batch) : []
                })
        }
    }

    private func send(_ parcels: [Parcel]) async {
        guard parcels.count > 1 else { return await sendEach(parcels) }
        do {
            let ids = try await sendTogether(parcels)
            for (parcel, id) in zip(parcels, ids) { parcel.waiter.resume(returning: id) }
        } catch let error as StoreError where error.code == .refused {
            // One of them is at fault; the others must not fail with it.
            await sendEach(parcels)
        } catch {
            for parcel in parcels { parcel.waiter.resume(throwing: error) }
        }
    }

    private func sendTogether(_ parcels: [Parcel]) async throws -> [Int64] {
        let statement = queue.offloadEach(parcels.map { ($0.request, $0.arguments) })
        let rings = Set(parcels.flatMap { queue.rings(for: $0.request) })
        let rows = try await store.punctual.withConnection { connection in
            try await coalescer.send(rings, behind: statement, on: connection)
        }
        let ids = try rows.map { try $0.value(0, as: Int64.self) }
        guard ids.count == parcels.count else {
            throw StoreError(.misuse, "not every job was given a number")
        }
        return ids
    }

    private func sendEach(_ parcels: [Parcel]) async {
        for parcel in parcels {
            do {
                parcel.waiter.resume(returning: try await send(parcel.request, parcel.arguments))
            } catch {
                parcel.waiter.resume(throwing: error)
            }
        }
    }
}
