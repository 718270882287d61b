import DjetStore

/// Whether a transaction is still open. Tickets of jobs that were offloaded in it ask.
package final class TransactionScope: Sendable {
    private let isEnded = Guarded(false)

    package init() {}

    package var isOpen: Bool { !isEnded.withLock { $0 } }

    package func end() {
        isEnded.withLock { $0 = true }
    }
}
