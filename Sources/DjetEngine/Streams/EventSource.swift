/// The source of one stream's events.
///
/// It is polled: thousands of streams, each with a task that waits for its next event, would take several
/// times the memory.
protocol EventSource: Sendable {
    /// Begins. The source calls `isDue` once at the beginning and whenever there may be new events.
    func begin(_ isDue: @escaping @Sendable () -> Void)
    /// Returns the new events, possibly none. Throws the error that keeps the source from going on.
    func take() throws -> EventBatch
    /// Ends the source; nobody takes events any more.
    func end()
}

/// The events of one `take`.
struct EventBatch: Sendable {
    var events: [ServerEvent] = []
    /// True if more events are ready.
    var hasMore = false
    /// True if no events follow.
    var isOver = false
}
