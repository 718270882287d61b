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
    /// Until when it waits.
    let deadline: ContinuousClock.Instant

    func resume(_ result: Result<Place, any Error>) {
        continuation.resume(with: result)
    }
}
