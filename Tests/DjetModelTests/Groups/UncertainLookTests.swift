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
            let worker = try await Connection.open(database.connectionString)
            defer { worker.close() }
            func look() async throws -> Double? {
                try await worker.first("select jobmachine.promote('{default}')", as: Double?.self) ?? nil
            }
            var waits: [Double] = []
            for _ in 0..<6 { waits.append(try #require(try await look())) }
            #expect((0...0.2).contains(waits[0]) && (0.2...0.4).contains(waits[1]), "\(waits)")
            #expect(waits[4...].allSatisfy { (1.6...3.2).contains($0) }, "\(waits)")
            try await stranger.query("rollback")
            #expect(try await look() == nil)
            #expect(try await model.job(then).status == .entered)
        }
    }
}
