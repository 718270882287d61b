import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A client that offloads and leaves at once still sends its rings.
@Suite struct ClosingTests {
    @Test func aStoreThatIsClosedHasRungForAllThatWasOffloaded() async throws {
        try await withDatabase { database in
            let heard = database.store.listener.rings(on: ["jobmachine.default"])
            var rings = heard.makeAsyncIterator()
            #expect(await rings.next() == .began)
            for _ in 0..<20 {
                let store = Store(
                    StoreConfiguration(connectionString: database.connectionString),
                    logger: TestDatabase.logger)
                let coalescer = RingCoalescer(store)
                for _ in 0..<3 {
                    try await store.withConnection { connection in
                        _ = try await coalescer.send(
                            [Ring("jobmachine.default")], behind: "select 1", on: connection)
                    }
                }
                // The second and the third ask for a ring in a moment. It comes, though the store is closed
                // before.
                await store.close()
                #expect(coalescer.isQuiet)
            }
        }
    }
}
