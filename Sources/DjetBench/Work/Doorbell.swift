import DjetStore

/// A channel that is rung from one connection and heard on another.
struct Doorbell {
    private let store: Store
    private let channel: String
    private var rings: Rings.Iterator

    init(_ store: Store, _ channel: String) async {
        self.store = store
        self.channel = channel
        rings = store.listener.rings(on: [channel]).makeAsyncIterator()
        _ = await rings.next()
    }

    /// Rings, and returns when it has been heard.
    mutating func ring() async throws {
        try await store.query(Connection.ring([channel]))
        guard await rings.next() != nil else { throw BenchError("a ring has not arrived") }
    }
}
