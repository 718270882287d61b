import DequeModule
import Foundation
import Logging

/// The connections of one store: opened when needed, kept for the next who asks, never more than a maximum.
final class Pool: Sendable {
    struct Waiter {
        let id: UInt64
        let continuation: CheckedContinuation<Connection?, any Error>
    }

    private struct State {
        var idle: [Connection] = []
        /// Those that exist or are being opened.
        var count = 0
        var waiters = Deque<Waiter>()
        var nextID: UInt64 = 0
        var isClosed = false
    }

    private let state = Guarded(State())
    private let configuration: StoreConfiguration
    private let logger: Logger

    init(_ configuration: StoreConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// Waits for a connection that is free. It must be given back.
    func lease() async throws -> Connection {
        while true {
            try Task.checkCancellation()
            switch try state.withLock({ try next(&$0) }) {
            case .idle(let connection):
                guard !connection.isClosed else { forget(); continue }
                return connection
            case .mayOpen: return try await open()
            case .full:
                if let connection = try await wait() { return connection }
            }
        }
    }

    /// Takes a connection back. One that is broken, or in the middle of a transaction, is not used again.
    func giveBack(_ connection: Connection) async {
        await connection.settle()
        if !connection.isClosed, connection.isInTransaction {
            logger.warning("a connection came back with a transaction open, and is closed")
            connection.close()
        }
        guard !connection.isClosed else { return forget() }
        let (waiter, isSurplus) = state.withLock { state -> (Waiter?, Bool) in
            if state.isClosed { return (nil, true) }
            if let waiter = state.waiters.popFirst() { return (waiter, false) }
            state.idle.append(connection)
            return (nil, false)
        }
        if isSurplus { connection.close() }
        waiter?.continuation.resume(returning: connection)
    }

    /// Ends the idle connections now and the others when they come back.
    func close() {
        let (idle, waiters) = state.withLock { state in
            defer { (state.idle, state.waiters, state.isClosed) = ([], [], true) }
            return (state.idle, state.waiters)
        }
        for connection in idle { connection.close() }
        for waiter in waiters { waiter.continuation.resume(throwing: Self.closed) }
    }

    // MARK: Parts

    private enum Next { case idle(Connection), mayOpen, full }

    private static let closed = StoreError(.misuse, "the store has been closed")

    private func next(_ state: inout State) throws -> Next {
        guard !state.isClosed else { throw Self.closed }
        if let connection = state.idle.popLast() { return .idle(connection) }
        guard state.count < configuration.maximumConnections else { return .full }
        state.count += 1
        return .mayOpen
    }

    private func open() async throws -> Connection {
        do {
            return try await Connection.open(configuration.connectionString, logger: logger)
        } catch {
            forget()
            throw error
        }
    }

    /// One connection less: whoever waits may open another.
    private func forget() {
        let waiter = state.withLock { state in
            state.count -= 1
            return state.waiters.popFirst()
        }
        waiter?.continuation.resume(returning: nil)
    }

    /// Waits in line; nil means "try again".
    private func wait() async throws -> Connection? {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let patience = Task { [configuration] in
            try await Task.sleep(for: configuration.patience)
            leave(id, because: exhausted)
        }
        defer { patience.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(Waiter(id: id, continuation: continuation))
            }
        } onCancel: {
            leave(id, because: CancellationError())
        }
    }

    /// Joins the line, unless a place has become free since, or the task is cancelled already.
    private func enter(_ waiter: Waiter) {
        let isTooLate = Task.isCancelled
        let mayTryNow = state.withLock { state in
            let isFree =
                !state.idle.isEmpty || state.count < configuration.maximumConnections || state.isClosed
            if !isFree, !isTooLate { state.waiters.append(waiter) }
            return isFree
        }
        if isTooLate {
            waiter.continuation.resume(throwing: CancellationError())
        } else if mayTryNow {
            waiter.continuation.resume(returning: nil)
        }
    }

    private func leave(_ id: UInt64, because error: any Error) {
        let waiter = state.withLock { state in
            state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: error)
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
