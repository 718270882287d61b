import Foundation

/// A connection that is being opened, and who waits for it.
///
/// libpq looks names up and reads password files in a way that blocks: a thread does it, and who is cancelled, or has no time
/// left, does not wait for its end.
final class Opening: Sendable {
    typealias Waiter = CheckedContinuation<Connection, any Error>

    private struct State {
        var waiter: Waiter?
        /// Why nobody waits any more; nil if somebody does.
        var reason: (any Error)?
    }

    private let state = Guarded(State())

    func begin(_ waiter: Waiter, _ connect: @escaping @Sendable () throws -> Connection) {
        let reason = state.withLock { state in
            if state.reason == nil { state.waiter = waiter }
            return state.reason
        }
        if let reason { return waiter.resume(throwing: reason) }
        Thread.detachNewThread { [self] in end(Result { try connect() }) }
    }

    func giveUp(because reason: any Error) {
        state.withLock { $0.reason = reason }
        end(.failure(reason))
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
