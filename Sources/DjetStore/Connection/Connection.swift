import CLibPQ
import Logging

/// One connection to PostgreSQL.
///
/// Several tasks may send statements at once: they are answered in the order of sending. A transaction
/// nevertheless belongs to one task, since all statements of a connection take part in it.
public final class Connection: Sendable, Readiness {
    let wire: Guarded<Wire>
    let logger: Logger
    let limits: StoreLimits
    /// The server's message when it ended the session.
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

    /// True if the connection has broken or was closed.
    public var isClosed: Bool { wire.withLock({ $0.isClosed }) }

    /// True if its server has refused to write.
    var isReadOnly: Bool { wire.withLock({ $0.isReadOnly }) }

    /// True if a transaction is open, or an awaited answer is outstanding.
    public var isInTransaction: Bool {
        wire.withLock { wire in
            guard !wire.isClosed else { return false }
            if wire.transaction.depth > 0 { return true }
            if !wire.exchanges.isEmpty, wire.exchanges.allSatisfy(\.isAnswered) { return false }
            return PQtransactionStatus(wire.pointer) != PQTRANS_IDLE
        }
    }

    /// The server's process ID for this connection, as in `pg_stat_activity`; 0 once closed.
    public var processID: Int32 { wire.withLock { $0.isClosed ? 0 : PQbackendPID($0.pointer) } }

    /// The start time of its server, which tells it from others.
    var serverStart: String { wire.withLock({ $0.serverStart }) }

    /// The time of the last receipt, or of the opening.
    var lastReceipt: ContinuousClock.Instant { wire.withLock({ $0.lastReceipt }) }

    /// Closes the connection. Tasks that wait for an answer get `StoreError` with code `.connectionLost`.
    public func close() {
        close(because: StoreError(.connectionLost, "the connection was closed"))
    }

    func close(because error: StoreError) {
        act { $0.close(because: error) }
    }

    // MARK: Sending

    /// Sends segments in one flush, and returns their outcomes.
    ///
    /// Cancelling the task also cancels the running statement on the server; the server decides the outcome,
    /// and its complaint becomes `CancellationError`.
    ///
    /// - Parameters:
    ///   - awaited: the number of segments to wait for, the first ones; all by default.
    ///   - limit: the longest an answer may take before a connection of a pool is closed; nil leaves that to
    ///     the judge of the server's life.
    ///   - onEnd: called once when all segments are over, even if they were never sent, with the outcomes of
    ///     the answered ones.
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

    /// The same, but it continues when the task is cancelled, for statements that must be said at the end.
    package func exchangeUncancellably(
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

    /// Sends segments without waiting, so that the connection can be given back at once. Only a lent
    /// connection, which goes back with everything answered, waits for them.
    ///
    /// - Parameter onEnd: receives the outcome of the first segment once all are over.
    package func sendWithoutWaiting(
        _ segments: [[Statement]], onEnd: @escaping @Sendable (Outcome) -> Void
    ) async throws {
        try check(segments)
        let exchange = Exchange(id: nextID(), segments: segments, continuation: nil) { outcomes in
            onEnd(outcomes.first ?? .failure(Self.unanswered))
        }
        send(exchange, unlessCancelled: false)
        if !isOwned { _ = try await exchangeUncancellably([[]]) }
    }

    private static let unanswered = StoreError(
        .connectionLost, "the connection to PostgreSQL broke before the answer came")

    /// Returns nil, which means all, for a lent connection, since it goes back with everything answered.
    private func toAwait(_ count: Int?) -> Int? { isOwned ? count : nil }

    private func send(_ exchange: Exchange, unlessCancelled: Bool) {
        act { wire in
            // Under the lock, so that a later cancellation finds the exchange sent here.
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
            let time = ContinuousClock.now + .milliseconds(20)
            Reactor.shared.setAlarm(Reactor.shared.nextID(), at: time) { _ in
                self.act { $0.cancelAgain() }
            }
        }
    }

    /// Returns the alarm that closes the connection if the cancel request takes too long. Nothing else is
    /// sent while the request is under way, which blocks as long as the server is silent.
    private func alarmForCancel() -> Alarm {
        let alarm = Alarm { [weak self, limits] in
            self?.close(
                because: StoreError(
                    .connectionLost,
                    "PostgreSQL has not accepted a cancel request in \(limits.cancel); the connection was given up"
                ))
        }
        alarm.set(after: limits.cancel)
        return alarm
    }

    /// Waits until cancelled and abandoned statements are over.
    func settle() async {
        guard wire.withLock({ $0.isQuarantined }) else { return }
        _ = try? await exchangeUncancellably([[]])
    }

    // MARK: The reactor's side

    func isReady(toRead: Bool, toWrite: Bool) -> Bool {
        act { wire in
            if toWrite { wire.makeRoom() }
            if toRead { wire.receive() }
        }
    }

    /// Changes the wire's state, then performs the resulting effects outside of the lock. Returns true if
    /// there were any.
    @discardableResult
    func act(_ change: (inout Wire) -> Void) -> Bool {
        let effects = wire.withLock { wire in
            let before = wire.interest
            change(&wire)
            // libpq may have dropped the socket while writing, and nothing else would report that.
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
