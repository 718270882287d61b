/// The connections of a pool at one moment.
package struct PoolFigures: Sendable, Hashable {
    /// The number that somebody uses, or that are being opened.
    package var used: Int
    /// The number that are open and free.
    package var idle: Int
    /// The number of tasks that wait for one.
    package var waiting: Int
    /// The most that are open at a time.
    package var limit: Int
}

extension Pool {
    var figures: PoolFigures {
        state.withLock { state in
            PoolFigures(
                used: state.count - state.idle.count, idle: state.idle.count, waiting: state.waiters.count,
                limit: configuration.maximumConnections)
        }
    }
}

extension Store {
    /// The connections of the store's pool now; nil if it works on the caller's connection.
    package var poolFigures: PoolFigures? { pool?.figures }
}
