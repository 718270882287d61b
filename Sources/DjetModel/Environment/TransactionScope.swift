import DjetStore

/// The state of a transaction, open or ended. Tickets of jobs that it offloaded ask for it.
package final class TransactionScope: Sendable {
    private let isEnded = Guarded(false)

    package init() {}

    package var isOpen: Bool { !isEnded.withLock { $0 } }

    package func end() {
        isEnded.withLock { $0 = true }
    }
}
