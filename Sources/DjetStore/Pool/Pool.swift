import DequeModule
import Logging

/// The connections of one store: opened when needed, kept for reuse, limited to a maximum.
final class Pool: Sendable {
    struct State {
        var idle: [Connection] = []
        /// All connections that are open, or were at the last look.
        var all: [ObjectIdentifier: Connection] = [:]
        /// The number that exist or are being opened.
        var count = 0
        var waiters = Deque<PoolWaiter>()
        var nextID: UInt64 = 0
        /// Ends waits that take too long.
        var watcher = SingleRunner()
        /// Looks after the leased connections.
        var overseer = SingleRunner()
        var isClosed = false
    }

    let state = Guarded(State())
    let configuration: StoreConfiguration
    let logger: Logger
    /// Called when an answer is awaited for long, in case nothing judges yet whether the server lives.
    let onLongWait: @Sendable () -> Void

    /// The most connections that are open at a time.
    var width: Int { configuration.maximumConnections }

    init(
        _ configuration: StoreConfiguration, logger: Logger, onLongWait: @escaping @Sendable () -> Void = {}
    ) {
        self.configuration = configuration
        self.logger = logger
        self.onLongWait = onLongWait
    }

    /// Waits for a free connection, which must be given back. Throws `StoreError` with code `.poolExhausted`
    /// after `configuration.patience`, with `.misuse` if the pool is closed, and as `Connection.open` does;
    /// or `CancellationError`.
    ///
    /// - Parameter limit: the longest each answer may take during the lease; nil if the server's life is the
    ///   limit.
    func lease(within limit: Duration? = nil) async throws -> Connection {
        while true {
            try Task.checkCancellation()
            let place: PoolWaiter.Place
            if let atOnce = try state.withLock({ try next(&$0) }) {
                place = atOnce
            } else {
                place = try await wait()
            }
            let connection: Connection
            switch place {
            case .connection(let idle): connection = idle
            case .mayOpen: connection = try await open()
            }
            if connection.begin(answeringWithin: limit) {
                oversee()
                return connection
            }
            forget(connection)
        }
    }

    /// Takes a connection back. A broken one, or one in a transaction, is not used again.
    func giveBack(_ connection: Connection) async {
        await connection.settle()
        if !connection.isClosed, connection.isInTransaction {
            logger.warning("a connection came back with a transaction open, and is closed")
            connection.close()
        }
        // Several hosts may be named, and another one may accept writes by now.
        if connection.isReadOnly { connection.close() }
        guard !connection.isClosed else { return forget(connection) }
        let (waiter, isSurplus) = state.withLock { state -> (PoolWaiter?, Bool) in
            if state.isClosed { return (nil, true) }
            if let waiter = state.waiters.popFirst() { return (waiter, false) }
            state.idle.append(connection)
            return (nil, false)
        }
        if isSurplus { connection.close() }
        waiter?.resume(.success(.connection(connection)))
    }

    /// Closes the idle connections now and the others when they come back.
    func close() {
        let (idle, waiters) = state.withLock { state in
            defer { (state.idle, state.waiters, state.isClosed) = ([], [], true) }
            return (state.idle, state.waiters)
        }
        for connection in idle { connection.close() }
        for waiter in waiters { waiter.resume(.failure(Self.closed)) }
    }

    /// The number of connections that exist or are being opened.
    var count: Int { state.withLock({ $0.count }) }
    /// The number of waiters in line.
    var waiterCount: Int { state.withLock({ $0.waiters.count }) }

    // MARK: Parts

    private static let closed = StoreError(.misuse, "the store has been closed")

    /// Returns what is available at once; nil if nothing.
    private func next(_ state: inout State) throws -> PoolWaiter.Place? {
        guard !state.isClosed else { throw Self.closed }
        if let connection = state.idle.popLast() { return .connection(connection) }
        guard state.count < configuration.maximumConnections else { return nil }
        state.count += 1
        return .mayOpen
    }

    private func open() async throws -> Connection {
        do {
            let connection = try await Connection.open(
                configuration.connectionString, limits: configuration.limits, logger: logger)
            state.withLock { $0.all[ObjectIdentifier(connection)] = connection }
            return connection
        } catch {
            forget(nil)
            throw error
        }
    }

    /// Removes a connection: the first waiter may open another in its place.
    private func forget(_ connection: Connection?) {
        let waiter = state.withLock { state in
            if let connection { state.all[ObjectIdentifier(connection)] = nil }
            if state.waiters.isEmpty { state.count -= 1 }
            return state.waiters.popFirst()
        }
        waiter?.resume(.success(.mayOpen))
    }

    /// Waits in line. Throws `StoreError` or `CancellationError`.
    private func wait() async throws -> PoolWaiter.Place {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(PoolWaiter(id: id, continuation: continuation, deadline: .now + configuration.patience))
            }
        } onCancel: {
            leave(id, because: CancellationError())
        }
    }

    /// Joins the line, unless a place has become free meanwhile or the task is cancelled.
    ///
    /// All of it happens under the lock, so that a later cancellation or time-out finds the waiter.
    private func enter(_ waiter: PoolWaiter) {
        let answer = state.withLock { state -> Result<PoolWaiter.Place, any Error>? in
            if Task.isCancelled { return .failure(CancellationError()) }
            do {
                if let place = try next(&state) { return .success(place) }
            } catch {
                return .failure(error)
            }
            state.waiters.append(waiter)
            return nil
        }
        if let answer { waiter.resume(answer) } else { watch() }
    }

    /// Starts the one task that times out waiters: one for each would outlive its waiter until the time is
    /// over.
    private func watch() {
        guard state.withLock({ $0.watcher.begin() }) else { return }
        Task(executorPreference: Reactor.shared) { [weak self] in
            while let deadline = self?.nextDeadline() {
                try? await Reactor.shared.sleep(until: deadline)
                self?.giveUp(before: .now)
            }
        }
    }

    /// Returns the deadline of the first waiter; nil if nobody waits, which ends the watch.
    private func nextDeadline() -> ContinuousClock.Instant? {
        state.withLock { state in
            let deadline = state.waiters.first?.deadline
            return state.watcher.goesOn(if: deadline != nil) ? deadline : nil
        }
    }

    private func giveUp(before now: ContinuousClock.Instant) {
        let waiters = state.withLock { state in
            let count = state.waiters.firstIndex { $0.deadline > now } ?? state.waiters.count
            defer { state.waiters.removeFirst(count) }
            return Array(state.waiters.prefix(count))
        }
        for waiter in waiters { waiter.resume(.failure(exhausted)) }
    }

    private func leave(_ id: UInt64, because error: any Error) {
        let waiter = state.withLock { state in
            state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
        }
        waiter?.resume(.failure(error))
    }

    private var exhausted: StoreError {
        StoreError(
            .poolExhausted,
            """
            no connection became free in \(configuration.patience): all \(configuration.maximumConnections) are busy; \
            raise the pool's size or make transactions shorter
            """)
    }
}
