package import DjetStore

/// Lets few at a time have a password looked at, so that the work of it takes neither all connections nor all
/// processors from everybody else.
///
/// The next ones wait their turn, a tenth of a second each; when too many wait, further ones are turned away.
package final class PasswordGate: Sendable {
    private typealias Waiter = CheckedContinuation<Void, any Error>

    private struct State {
        var free: Int
        var nextID = 0
        var waiters: [(id: Int, waiter: Waiter)] = []
    }

    private enum Turn {
        case now
        case later
        case never(any Error)
    }

    /// How many are looked at, at a time.
    package let width: Int
    /// How many may wait.
    package let room: Int
    private let state: Guarded<State>

    /// A gate. A fifth of the store's connections, but no more than 4, since each takes a processor, too.
    package init(_ store: Store, room: Int = 100) {
        width = max(1, min(4, store.width / 5))
        self.room = room
        state = Guarded(State(free: width))
    }

    /// Runs `body` when it is its turn. Throws `ModelError.unavailable` if too many wait already.
    package func pass<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await enter()
        defer { leave() }
        return try await body()
    }

    private func enter() async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                switch turn(of: id, waiter) {
                case .now: waiter.resume()
                case .later: break
                case .never(let error): waiter.resume(throwing: error)
                }
            }
        } onCancel: {
            take(id)?.resume(throwing: CancellationError())
        }
    }

    private func turn(of id: Int, _ waiter: Waiter) -> Turn {
        state.withLock { state in
            // Whoever is cancelled from now on is found among those who wait.
            if Task.isCancelled { return .never(CancellationError()) }
            if state.free > 0 {
                state.free -= 1
                return .now
            }
            guard state.waiters.count < room else {
                return .never(
                    ModelError.unavailable("too many sign in at the moment: try again in a few seconds"))
            }
            state.waiters.append((id, waiter))
            return .later
        }
    }

    private func take(_ id: Int) -> Waiter? {
        state.withLock { state in
            guard let index = state.waiters.firstIndex(where: { $0.id == id }) else { return nil }
            return state.waiters.remove(at: index).waiter
        }
    }

    private func leave() {
        let next = state.withLock { state -> Waiter? in
            if !state.waiters.isEmpty { return state.waiters.removeFirst().waiter }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
