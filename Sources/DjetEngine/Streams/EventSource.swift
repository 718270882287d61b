/// Where the events of one stream come from.
///
/// It is asked rather than speaking: thousands of streams, each with somebody who waits for something to say,
/// would take several times the memory.
protocol EventSource: Sendable {
    /// Begins. `isDue` is to be called whenever there may be something new, and once at the beginning.
    func begin(_ isDue: @escaping @Sendable () -> Void)
    /// What is new, which may be nothing. Throws what keeps it from going on.
    func take() throws -> EventBatch
    /// Nobody will ask any more.
    func end()
}

/// Some events.
struct EventBatch: Sendable {
    var events: [ServerEvent] = []
    /// Whether there is more already.
    var hasMore = false
    /// Whether these are the last.
    var isOver = false
}
