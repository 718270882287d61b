/// A waiter in the line for a connection.
struct PoolWaiter {
    /// The result of waiting.
    enum Place {
        case connection(Connection)
        /// A connection has ended, and another may be opened instead.
        case mayOpen
    }

    let id: UInt64
    let continuation: CheckedContinuation<Place, any Error>
    /// The end of its patience.
    let deadline: ContinuousClock.Instant

    func resume(_ result: Result<Place, any Error>) {
        continuation.resume(with: result)
    }
}
