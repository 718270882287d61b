import Glibc

/// State that is reached only under a lock.
///
/// It uses a pthread mutex rather than `Synchronization.Mutex` for two reasons: ThreadSanitizer sees it, and
/// the state may hold libpq's pointers.
package final class Guarded<State>: @unchecked Sendable {
    // Unchecked because `state` may be of any type: only `withLock` touches it.
    private var state: State
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>

    package init(_ state: State) {
        self.state = state
        mutex = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Runs `body` with exclusive access to the state. It must neither wait nor resume a continuation.
    package func withLock<R>(_ body: (inout State) throws -> R) rethrows -> R {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&state)
    }
}
