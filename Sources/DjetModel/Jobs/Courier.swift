import DjetStore

/// Takes single jobs to the database. One that comes alone goes at once; those that come while others are under way go
/// together behind them, in one statement and one commit.
package final class Courier: Sendable {
    struct Parcel: Sendable {
        let number: UInt64
        let request: OffloadRequest
        let arguments: String
        let waiter: CheckedContinuation<Int64, any Error>
    }

    private struct State {
        var isUnderWay = false
        var waiting: [Parcel] = []
        var lastNumber: UInt64 = 0
    }

    /// As many as go well into one statement.
    private static let batch = 500

    private let state = Guarded(State())
    private let store: Store
    private let queue: JobQueue
    private let bell: Bell

    init(_ store: Store, _ queue: JobQueue, _ bell: Bell) {
        self.store = store
        self.queue = queue
        self.bell = bell
    }

    /// Leaves a job, and returns its id when it is committed.
    ///
    /// Cancellation keeps back what has not been sent yet; what is under way is over in a moment.
    func take(_ request: OffloadRequest, arguments: String) async throws -> Int64 {
        guard setOutAlone() else { return try await wait(request, arguments) }
        defer { takeThoseWhoWait() }
        return try await send(request, arguments)
    }

    // MARK: Alone

    private func setOutAlone() -> Bool {
        state.withLock { state in
            defer { state.isUnderWay = true }
            return !state.isUnderWay
        }
    }

    private func send(_ request: OffloadRequest, _ arguments: String) async throws -> Int64 {
        let statement = queue.offload(request, arguments: arguments)
        let rows = try await store.withConnection { connection in
            try await bell.ring([queue.call(for: request)], behind: statement, on: connection)
        }
        return try rows[0].value(0)
    }

    // MARK: Together

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
        let (isCancelled, mustSetOut) = state.withLock { state in
            // Under the lock: a cancellation that comes later finds it among those who wait.
            if Task.isCancelled { return (true, false) }
            state.waiting.append(parcel)
            defer { state.isUnderWay = true }
            return (false, !state.isUnderWay)
        }
        if isCancelled { parcel.waiter.resume(throwing: CancellationError()) }
        if mustSetOut { takeThoseWhoWait() }
    }

    private func keepBack(_ number: UInt64) {
        let parcel = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        parcel?.waiter.resume(throwing: CancellationError())
    }

    private func takeThoseWhoWait() {
        let isDone = state.withLock { state in
            state.isUnderWay = !state.waiting.isEmpty
            return state.waiting.isEmpty
        }
        if isDone { return }
        Task(executorPreference: Reactor.shared) {
            while let parcels = self.next() { await self.send(parcels) }
        }
    }

    private func next() -> [Parcel]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isUnderWay = false
                return nil
            }
            let parcels = Array(state.waiting.prefix(Self.batch))
            state.waiting.removeFirst(parcels.count)
            return parcels
        }
    }

    private func send(_ parcels: [Parcel]) async {
        guard parcels.count > 1 else { return await sendEach(parcels) }
        do {
            let ids = try await sendTogether(parcels)
            for (parcel, id) in zip(parcels, ids) { parcel.waiter.resume(returning: id) }
        } catch let error as StoreError where error.code == .refused {
            // One of them is at fault, and the others are not to suffer for it.
            await sendEach(parcels)
        } catch {
            for parcel in parcels { parcel.waiter.resume(throwing: error) }
        }
    }

    private func sendTogether(_ parcels: [Parcel]) async throws -> [Int64] {
        let statement = queue.offloadEach(parcels.map { ($0.request, $0.arguments) })
        let calls = Set(parcels.map { queue.call(for: $0.request) })
        let rows = try await store.withConnection { connection in
            try await bell.ring(calls, behind: statement, on: connection)
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
