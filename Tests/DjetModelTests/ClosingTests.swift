import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A client that offloads and leaves at once still sends its rings.
@Suite struct ClosingTests {
    @Test func aStoreThatIsClosedHasRungForAllThatWasOffloaded() async throws {
        try await withDatabase { database in
            let heard = database.store.listener.rings(on: ["jobmachine.default"], keeping: 1_000)
            var rings = heard.makeAsyncIterator()
            #expect(await rings.next() == .began)
            for number in 0..<20 {
                let store = Store(
                    StoreConfiguration(connectionString: database.connectionString),
                    logger: TestDatabase.logger)
                let coalescer = RingCoalescer(store)
                for _ in 0..<3 {
                    try await store.withConnection { connection in
                        _ = try await coalescer.send(
                            [Ring("jobmachine.default", saying: "\(number)")], behind: "select 1",
                            on: connection)
                    }
                }
                // The second and the third ask for a ring in a moment. It comes, though the store is closed
                // before.
                await store.close()
                #expect(coalescer.isQuiet)
            }
            try await database.store.withConnection { connection in
                try await connection.ring([Ring("jobmachine.default", saying: "end")])
            }
            var counts: [String: Int] = [:]
            while case .rang(_, let word)? = await rings.next(), word != "end" {
                counts[word, default: 0] += 1
            }
            #expect(counts.count == 20, "\(counts)")
            // The first rings by itself, and one or two rings follow for the others.
            #expect(counts.values.allSatisfy { (2...3).contains($0) }, "\(counts)")
        }
    }
}
