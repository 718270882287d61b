import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Looks that cannot tell yet if a group has ended, as somebody keeps a transaction open that adds to it.
@Suite struct UncertainLookTests {
    @Test func theyComeMoreAndMoreSeldom() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let group = try await model.offload(
                group: "a", [Share(number: 1)], then: TellOutcome())
            let then = try #require(try await group.status.then)
            let stranger = try await Connection.open(database.connectionString)
            defer { stranger.close() }
            try await stranger.query("begin")
            try await stranger.query(
                """
                select jobmachine.offload(
                  'other', environment => jsonb_build_object('group', \(group.id.number)::bigint))
                """)
            try await group.cancel()
            func look(doubts: Int) async throws -> (wait: Double?, doubts: Int) {
                // On any connection of the pool, as a worker does.
                let rows = try await database.store.query(model.queue.promote(["default"], doubts: doubts))
                let row = try #require(rows.first)
                return (try row.value("next_in", as: Double?.self), try row.value("doubts"))
            }
            var waits: [Double] = []
            var doubts = 0
            for _ in 0..<6 {
                let found = try await look(doubts: doubts)
                waits.append(try #require(found.wait))
                doubts = found.doubts
            }
            #expect((0...0.2).contains(waits[0]) && (0.2...0.4).contains(waits[1]), "\(waits)")
            #expect(waits[4...].allSatisfy { (1.6...3.2).contains($0) }, "\(waits)")
            let plain = try await database.store.first(model.queue.promote(["default"]), as: Double?.self)
            #expect(try (0...0.2).contains(#require(plain ?? nil)), "the others have doubts of their own")
            try await stranger.query("rollback")
            let certain = try await look(doubts: doubts)
            #expect(certain.wait == nil && certain.doubts == 0)
            #expect(try await model.job(then).status == .entered)
        }
    }
}
