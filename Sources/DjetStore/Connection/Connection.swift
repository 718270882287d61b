import CLibPQ
import Logging

/// One connection to PostgreSQL.
///
/// Statements may be sent from several tasks at once: they are answered in the order in which they were sent.
/// A transaction is nevertheless one task's business, since all statements of a connection take part in it.
public final class Connection: Sendable, Readiness {
    let wire: Guarded<Wire>
    let logger: Logger
    let limits: StoreLimits
    /// What the server has said when it ended the session.
    let farewell = Guarded<StoreError?>(nil)
    private let socket: Int32
    private let isOwned: Bool
    private let watch = Reactor.shared.nextID()
    private let cancelHandle: CancelHandle
    private let ids = Guarded<UInt64>(0)

    init(_ pointer: OpaquePointer, isOwned: Bool, limits: StoreLimits = StoreLimits(), logger: Logger) {
        wire = Guarded(Wire(pointer: pointer, isOwned: isOwned, farewell: farewell))
        socket = PQsocket(pointer)
        self.isOwned = isOwned
        self.limits = limits
        cancelHandle = CancelHandle(pointer)
        self.logger = logger
        Reactor.shared.watch(socket, as: watch, for: self)
        act { wire in
            wire.requestCancel = { [weak self] in self?.sendCancel() }
            wire.begin()
        }
    }

    deinit {
        Reactor.shared.forget(socket, as: watch)
        wire.withLock { wire in
            if wire.isOwned { PQfinish(wire.pointer) }
        }
    }

    /// Whether the connection has broken or has been closed.
    public var isClosed: Bool { wire.withLock({ $0.isClosed }) }

    /// Whether its server has refused to write.
    var isReadOnly: Bool { wire.withLock({ $0.isReadOnly }) }

    /// Whether a transaction is open, or an answer outstanding that somebody waits for.
    public var isInTransaction: Bool {
        wire.withLock { wire in
            guard !wire.isClosed else { return false }
            if wire.transaction.depth > 0 { return true }
            if !wire.exchanges.isEmpty, wire.exchanges.allSatisfy(\.isAnswered) { return false }
            return PQtransactionStatus(wire.pointer) != PQTRANS_IDLE
        }
    }

    /// The server's process for this connection, as `pg_stat_activity` names it.
    public var processID: Int32 { wire.withLock { $0.isClosed ? 0 : PQbackendPID($0.pointer) } }

    /// When its server was started, which tells it from others.
    var serverStart: String { wire.withLock({ $0.serverStart }) }

    /// When something was received last, or when the connection was opened.
    var lastReceipt: ContinuousClock.Instant { wire.withLock({ $0.lastReceipt }) }

    /// Ends the connection. Whoever waits for an answer gets `StoreError` with code `.connectionLost`.
    public func close() {
        close(because: StoreError(.connectionLost, "the connection was closed"))
    }

    func close(because error: StoreError) {
        act { $0.close(because: error) }
    }

    // MARK: Sending

    /// Sends segments in one flush, and awaits their outcomes.
    ///
    /// When the task is cancelled, the statement in flight is cancelled on the server, too; the outcome is
    /// then the server's word, and `CancellationError` is thrown in place of its complaint.
    ///
    /// - Parameters:
    ///   - awaited: how many segments to wait for, the first ones: all unless told otherwise.
    ///   - limit: after so long without an answer a connection of a pool is given up; nil leaves that to the judge of the
    ///     server's life.
    ///   - onEnd: called once when all segments are over, also if they were never sent: with what came of
    ///     those that were answered.
    package func exchange(
        _ segments: [[Statement]], awaiting awaited: Int? = nil, within limit: Duration? = nil,
        onEnd: (@Sendable ([Outcome]) -> Void)? = nil
    ) async throws -> [Outcome] {
        do {
            try check(segments)
        } catch {
            onEnd?([])
            throw error
        }
        let id = nextID()
        let outcomes = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                send(
                    Exchange(
                        id: id, segments: segments, continuation: waiter, awaited: toAwait(awaited),
                        limit: limit, onEnd: onEnd),
                    unlessCancelled: true)
            }
        } onCancel: {
            act { $0.cancel(id) }
        }
        if case .failure(let error) = outcomes.first, error.sqlState == .queryCanceled, Task.isCancelled {
            throw CancellationError()
        }
        return outcomes
    }

    /// The same, but it is not stopped when the task is cancelled: for what must be said at the end.
    package func exchangeToTheEnd(
        _ segments: [[Statement]], awaiting awaited: Int? = nil, within limit: Duration? = nil
    ) async throws -> [Outcome] {
        try check(segments)
        return try await withCheckedThrowingContinuation { waiter in
            send(
                Exchange(
                    id: nextID(), segments: segments, continuation: waiter, awaited: toAwait(awaited),
                    limit: limit),
                unlessCancelled: false)
        }
    }

    /// Sends segments without waiting for them, so that the connection can be given back at once. Only on a lent one, which
    /// goes back with everything answered, are they waited for.
    ///
    /// - Parameter onEnd: told what has come of the first segment once all are over.
    package func sendAway(
        _ segments: [[Statement]], onEnd: @escaping @Sendable (Outcome) -> Void
    ) async throws {
        try check(segments)
        let exchange = Exchange(id: nextID(), segments: segments, continuation: nil) { outcomes in
            onEnd(outcomes.first ?? .failure(Self.unanswered))
        }
        send(exchange, unlessCancelled: false)
        if !isOwned { _ = try await exchangeToTheEnd([[]]) }
    }

    private static let unanswered = StoreError(
        .connectionLost, "the connection to PostgreSQL broke before the answer came")

    /// A connection that was lent goes back with everything answered.
    private func toAwait(_ count: Int?) -> Int? { isOwned ? count : nil }

    private func send(_ exchange: Exchange, unlessCancelled: Bool) {
        act { wire in
            // Under the lock: a cancellation that comes later finds what is sent here.
            guard !unlessCancelled || !Task.isCancelled else {
                return wire.effects.append { Turn.exchange(exchange).refuse(CancellationError()) }
            }
            wire.enter(.exchange(exchange))
        }
    }

    func nextID() -> UInt64 {
        ids.withLock {
            $0 += 1; return $0
        }
    }

    // MARK: Cancelling

    private func sendCancel() {
        let alarm = alarmForCancel()
        cancelHandle.cancel { [weak self] in
            alarm.cancel()
            guard let self else { return }
            act { $0.cancelReturned() }
            guard wire.withLock({ $0.isCancelDue }) else { return }
            // Not where everybody's code runs, which may be busy for long.
            Task(executorPreference: Reactor.shared) {
                try await Reactor.shared.sleep(for: .milliseconds(20))
                self.act { $0.cancelAgain() }
            }
        }
    }

    /// Nothing more goes out as long as the request is under way, which blocks for as long as its server is silent.
    private func alarmForCancel() -> Task<Void, any Error> {
        Task(executorPreference: Reactor.shared) { [weak self, limits] in
            try await Reactor.shared.sleep(for: limits.cancel)
            self?.close(
                because: StoreError(
                    .connectionLost,
                    "PostgreSQL has not taken a request to cancel in \(limits.cancel); the connection was given up"
                ))
        }
    }

    /// Waits until what was cancelled or given up is over.
    func settle() async {
        guard wire.withLock({ $0.isQuarantined }) else { return }
        _ = try? await exchangeToTheEnd([[]])
    }

    // MARK: The reactor's side

    func isReady(toRead: Bool, toWrite: Bool) -> Bool {
        act { wire in
            if toWrite { wire.makeRoom() }
            if toRead { wire.receive() }
        }
    }

    /// Changes the wire's state, then does outside of the lock what the change asks for. Returns whether that was anything.
    @discardableResult
    func act(_ change: (inout Wire) -> Void) -> Bool {
        let effects = wire.withLock { wire in
            let before = wire.interest
            change(&wire)
            // libpq may have dropped the socket while it was writing: nobody would tell.
            if PQstatus(wire.pointer) == CONNECTION_BAD { wire.close(because: wire.lost()) }
            if wire.isClosed {
                Reactor.shared.forget(socket, as: watch)
            } else if wire.interest != before {
                Reactor.shared.change(socket, as: watch, wire.interest)
            }
            defer { wire.effects.removeAll(keepingCapacity: true) }
            return wire.effects
        }
        for effect in effects { effect() }
        return !effects.isEmpty
    }
}
