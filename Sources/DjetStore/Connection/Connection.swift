import CLibPQ
import DequeModule
import Logging

/// One connection to PostgreSQL.
///
/// Statements may be sent from several tasks at once: they are answered in the order in which they were sent.
/// A transaction is nevertheless one task's business, since all statements of a connection take part in it.
public final class Connection: Sendable, Readiness {
    let wire: Guarded<Wire>
    let logger: Logger
    private let socket: Int32
    private let cancelHandle: CancelHandle
    private let ids = Guarded<UInt64>(0)

    init(_ pointer: OpaquePointer, isOwned: Bool, logger: Logger) {
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        wire = Guarded(Wire(pointer: pointer, isOwned: isOwned))
        socket = PQsocket(pointer)
        cancelHandle = CancelHandle(pointer)
        self.logger = logger
        Reactor.shared.watch(socket, for: self)
    }

    deinit {
        Reactor.shared.forget(socket)
        wire.withLock { wire in
            if wire.isOwned { PQfinish(wire.pointer) }
        }
    }

    /// Whether the connection has broken or has been closed.
    public var isClosed: Bool { wire.withLock(\.isClosed) }

    /// Whether a transaction is open.
    public var isInTransaction: Bool {
        wire.withLock { $0.transactionDepth > 0 || PQtransactionStatus($0.pointer) != PQTRANS_IDLE }
    }

    /// The server's process for this connection, as `pg_stat_activity` names it.
    public var processID: Int32 { wire.withLock { PQbackendPID($0.pointer) } }

    /// Ends the connection. Whoever waits for an answer gets `StoreError` with code `.connectionLost`.
    public func close() {
        act { $0.close(because: StoreError(.connectionLost, "the connection was closed")) }
        Reactor.shared.forget(socket)
    }

    // MARK: Sending

    /// Sends segments in one flush, and awaits their outcomes.
    ///
    /// When the task is cancelled, the statement in flight is cancelled on the server, too; the outcome is
    /// then the server's word, and `CancellationError` is thrown in place of its complaint.
    package func exchange(_ segments: [[Statement]]) async throws -> [Outcome] {
        try check(segments)
        let id = nextID()
        let outcomes = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                act { $0.send(Exchange(id: id, segments: segments, continuation: waiter)) }
            }
        } onCancel: {
            cancel(id)
        }
        if case .failure(let error) = outcomes.first, error.sqlState == .queryCanceled, Task.isCancelled {
            throw CancellationError()
        }
        return outcomes
    }

    /// The same, but it is not stopped when the task is cancelled: for what must be said at the end.
    package func exchangeToTheEnd(_ segments: [[Statement]]) async throws -> [Outcome] {
        try check(segments)
        let id = nextID()
        return try await withCheckedThrowingContinuation { waiter in
            act { $0.send(Exchange(id: id, segments: segments, continuation: waiter)) }
        }
    }

    /// Sends a statement whose answer nobody awaits: what follows on this connection comes behind it.
    func post(_ statement: Statement) {
        let id = nextID()
        act { $0.send(Exchange(id: id, segments: [[statement]], continuation: nil)) }
    }

    private func nextID() -> UInt64 {
        ids.withLock {
            $0 += 1; return $0
        }
    }

    private func check(_ segments: [[Statement]]) throws {
        for statement in segments.joined() {
            for case .text(let text) in statement.parameters where text.utf8.contains(0) {
                throw StoreError(.unexpectedValue, "a text holds a zero byte, which PostgreSQL cannot store")
            }
        }
    }

    // MARK: Cancelling

    private func cancel(_ id: UInt64) {
        let isInFlight = wire.withLock { wire in
            guard let index = wire.exchanges.firstIndex(where: { $0.id == id }) else { return false }
            wire.exchanges[index].isCancelled = true
            wire.isQuarantined = true
            return true
        }
        if isInFlight { cancelHandle.cancel() }
    }

    /// Asks the server to stop what runs on this connection.
    func cancelStatement() {
        wire.withLock { $0.isQuarantined = true }
        cancelHandle.cancel()
    }

    /// Waits until no cancellation can hit a statement that it was not meant for.
    func settle() async {
        guard wire.withLock(\.isQuarantined) else { return }
        await cancelHandle.settle()
        // What is still on its way on the server's side hits this one, which nobody misses.
        _ = try? await exchangeToTheEnd([["select 1"]])
        wire.withLock { $0.isQuarantined = false }
    }

    // MARK: The reactor's side

    func isReady(toRead: Bool, toWrite: Bool) {
        act { wire in
            if toWrite { wire.makeRoom() }
            if toRead { wire.receive() }
        }
    }

    /// Changes the wire's state, then does outside of the lock what the change asks for.
    func act(_ change: (inout Wire) -> Void) {
        let effects = wire.withLock { wire in
            let before = wire.interest
            change(&wire)
            if wire.interest != before, !wire.isClosed {
                Reactor.shared.change(socket, reading: wire.interest.reading, writing: wire.interest.writing)
            }
            if wire.isClosed { Reactor.shared.forget(socket) }
            defer { wire.effects.removeAll(keepingCapacity: true) }
            return wire.effects
        }
        for effect in effects { effect() }
    }
}
