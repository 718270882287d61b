import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct RingCoalescerTests {
    @Test func manyOffloadsAtOnceRingLessOftenThanTheyAreAndWakeTheWorkerAllTheSame() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let model = database.model(testFunctions)
            let tickets = try await withThrowingTaskGroup(of: Ticket<Int>.self) { group in
                for number in 0..<400 { group.addTask { try await model.offload(Twice(number: number)) } }
                return try await group.reduce(into: [Ticket<Int>]()) { $0.append($1) }
            }
            let rings = try await database.calls(like: "%pg_notify%")
            #expect((1..<400).contains(rings), "\(rings) rings")
            try await withWorker(model) {
                let results = try await model.results(of: tickets)
                #expect(results.count == 400)
            }
        }
    }

    @Test func aSleepingWorkerIsRungByEachOffloadThatComesAlone() async throws {
        try await withWorker(of: testFunctions) { _, model in
            for number in 0..<50 {
                let value = try await model.offload(Twice(number: number)).value
                #expect(value == 2 * number)
            }
        }
    }

    @Test func whatIsOffloadedInATransactionRingsBehindItsCommit() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            var rings = database.store.listener.rings(on: ["jobmachine.default"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            _ = try await model.transaction { model in
                _ = try await model.offload(Twice(number: 1))
                // A worker that looks because of another ring sees nothing yet.
                let seen = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
                #expect(seen == 0)
                return try await model.offload(Twice(number: 2))
            }
            #expect(await rings.next() == .rang(channel: "jobmachine.default"))
            let seen = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
            #expect(seen == 2)
        }
    }

    @Test func aRingIsNotLostWithTheConnectionThatWasToTakeItAlong() async throws {
        try await withDatabase { database in
            let store = database.store
            var rings = store.listener.rings(on: ["bell"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            await #expect(throws: StoreError.self) {
                try await store.withConnection { connection in
                    _ = try await RingCoalescer(store).send(
                        [Ring("bell")], behind: "select pg_terminate_backend(pg_backend_pid())",
                        on: connection)
                }
            }
            #expect(await rings.next() == .rang(channel: "bell"))
        }
    }
}
