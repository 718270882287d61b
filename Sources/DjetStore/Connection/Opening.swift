import Foundation

/// A connection that is being opened, and who waits for it.
///
/// libpq looks names up and reads password files in a way that blocks: a thread does it, and who is cancelled
/// does not wait for its end.
final class Opening: Sendable {
    typealias Waiter = CheckedContinuation<Connection, any Error>

    private struct State {
        var waiter: Waiter?
        var isCancelled = false
    }

    private let state = Guarded(State())

    func begin(_ waiter: Waiter, _ connect: @escaping @Sendable () throws -> Connection) {
        let isCancelled = state.withLock { state in
            if !state.isCancelled { state.waiter = waiter }
            return state.isCancelled
        }
        guard !isCancelled else { return waiter.resume(throwing: CancellationError()) }
        Thread.detachNewThread { [self] in end(Result { try connect() }) }
    }

    func cancel() {
        state.withLock { $0.isCancelled = true }
        end(.failure(CancellationError()))
    }

    /// A connection that nobody waits for any more closes itself.
    private func end(_ result: Result<Connection, any Error>) {
        let waiter = state.withLock { state in
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(with: result)
    }
}
