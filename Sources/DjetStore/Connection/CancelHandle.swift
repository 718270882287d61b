import CLibPQ
import Foundation

/// Cancels what a connection is doing, from any thread.
///
/// The request goes over a connection of its own, which blocks: each has a thread to itself.
final class CancelHandle: Sendable {
    private struct State {
        // libpq's handle is made for use beside its connection.
        let pointer: OpaquePointer?
        var requestsUnderWay = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Guarded<State>

    init(_ connection: OpaquePointer) {
        state = Guarded(State(pointer: PQgetCancel(connection)))
    }

    deinit {
        state.withLock { PQfreeCancel($0.pointer) }
    }

    func cancel() {
        state.withLock { $0.requestsUnderWay += 1 }
        Thread.detachNewThread { [self] in
            var complaint = [CChar](repeating: 0, count: 256)
            // Outside of the lock: the handle never changes, and the request may take long.
            let pointer = state.withLock { UInt(bitPattern: $0.pointer) }
            PQcancel(OpaquePointer(bitPattern: pointer), &complaint, 256)
            let waiters = state.withLock { state in
                state.requestsUnderWay -= 1
                guard state.requestsUnderWay == 0 else { return [CheckedContinuation<Void, Never>]() }
                defer { state.waiters = [] }
                return state.waiters
            }
            for waiter in waiters { waiter.resume() }
        }
    }

    /// Waits until no request is under way.
    func settle() async {
        await withCheckedContinuation { waiter in
            let isSettled = state.withLock { state in
                if state.requestsUnderWay > 0 { state.waiters.append(waiter) }
                return state.requestsUnderWay == 0
            }
            if isSettled { waiter.resume() }
        }
    }
}
