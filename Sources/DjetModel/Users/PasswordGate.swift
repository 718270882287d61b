package import DjetStore

/// A gate for checks of passwords: few run at a time, so that their work leaves connections and processors to
/// others.
///
/// Further checks wait their turn, a tenth of a second each. When too many wait, the next ones are refused.
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

    /// The number of checks at a time.
    package let width: Int
    /// The most checks that may wait.
    package let room: Int
    private let state: Guarded<State>

    /// Creates a gate of a fifth of the store's connections, from 1 to 4, since each check also takes a
    /// processor.
    package init(_ store: Store, room: Int = 100) {
        width = max(1, min(4, store.width / 5))
        self.room = room
        state = Guarded(State(free: width))
    }

    /// Runs `body` when it is its turn. Throws `ModelError.unavailable` if too many wait already,
    /// `CancellationError` if cancelled while waiting.
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
            // A later cancellation finds the waiter in the list.
            if Task.isCancelled { return .never(CancellationError()) }
            if state.free > 0 {
                state.free -= 1
                return .now
            }
            guard state.waiters.count < room else {
                return .never(
                    ModelError.unavailable("too many sign-ins at the moment: try again in a few seconds"))
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
