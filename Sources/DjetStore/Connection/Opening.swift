import Foundation

/// A connection that is being opened, and the task that waits for it.
///
/// libpq blocks while it looks names up and reads password files, so a thread does that; a task that is
/// cancelled, or out of time, does not wait for its end.
final class Opening: Sendable {
    typealias Waiter = CheckedContinuation<Connection, any Error>

    private struct State {
        var waiter: Waiter?
        /// The reason why the waiter gave up; nil while it waits.
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

    /// Hands the result to the waiter. A connection without a waiter closes itself.
    private func end(_ result: Result<Connection, any Error>) {
        let waiter = state.withLock { state in
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(with: result)
    }
}
