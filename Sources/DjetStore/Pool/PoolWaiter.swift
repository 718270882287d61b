/// Somebody in the line for a connection.
struct PoolWaiter {
    /// What somebody who waited gets.
    enum Place {
        case connection(Connection)
        /// A connection that was is no more, and another may be opened instead.
        case mayOpen
    }

    let id: UInt64
    let continuation: CheckedContinuation<Place, any Error>
    /// Ends the waiting when it has taken too long.
    var patience: Task<Void, any Error>?

    init(id: UInt64, continuation: CheckedContinuation<Place, any Error>) {
        self.id = id
        self.continuation = continuation
    }

    func resume(_ result: Result<Place, any Error>) {
        patience?.cancel()
        continuation.resume(with: result)
    }
}
