import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct CancellationTests {
    @Test func aCancelledQueryEndsSoon() async throws {
        try await withConnection { store, connection async throws in
            let task = Task { try await connection.query("select pg_sleep(60)") }
            try await until { try await isAsleep(in: store) }
            let start = ContinuousClock.now
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            // It takes a few milliseconds unless other tests occupy both cores.
            #expect(ContinuousClock.now - start < .seconds(30))
            #expect(try await connection.value("select 42") == 42)
        }
    }

    @Test func theNextStatementIsNotHit() async throws {
        try await withConnection { _, connection async throws in
            for round in 1...200 {
                let task = Task { try await connection.query("select pg_sleep(0.001)") }
                for _ in 0..<(round % 40) { await Task.yield() }
                task.cancel()
                async let beside = connection.value("select \(round)::int, pg_sleep(0.001)", as: Int.self)
                #expect(try await beside == round)
                _ = try? await task.value
                #expect(try await connection.value("select \(round)::int") == round)
            }
        }
    }

    /// A cancellation uses a connection of its own. The server ignores it if the statement is not there yet.
    @Test func aCancellationThatOvertakesItsStatementIsRepeated() async throws {
        try await withConnection { _, connection async throws in
            for round in 1...200 {
                let task = Task { try await connection.query("select pg_sleep(600)") }
                for _ in 0..<(round % 20) { await Task.yield() }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
            }
            #expect(try await connection.value("select 1") == 1)
        }
    }

    @Test func aTaskThatWasCancelledBeforeSendsNothing() async throws {
        try await withConnection { _, connection async throws in
            try await connection.query("create table t (n int)")
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await connection.query("insert into t values (1)")
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await connection.value("select count(*) from t") == 0)
        }
    }

    @Test func whoStandsInFrontIsNotHit() async throws {
        try await withConnection { store, connection async throws in
            let tasks = try await store.transaction { other in
                try await other.query("select pg_advisory_xact_lock(1)")
                let first = Task {
                    try await connection.value("select 7 from pg_advisory_xact_lock(1)", as: Int.self)
                }
                try await until { connection.wire.withLock { $0.exchanges.count } == 1 }
                let second = Task { try await connection.query("select pg_sleep(60)") }
                try await until { connection.wire.withLock { $0.exchanges.count } == 2 }
                second.cancel()
                return (first, second)
            }
            #expect(try await tasks.0.value == 7)
            await #expect(throws: CancellationError.self) { try await tasks.1.value }
        }
    }

    @Test func whoStandsBehindIsAnswered() async throws {
        try await withConnection { store, connection async throws in
            let first = Task { try await connection.query("select pg_sleep(60)") }
            try await until { try await isAsleep(in: store) }
            let others = (1...10).map { number in
                Task { try await connection.value("select \(number)::int", as: Int.self) }
            }
            try await until { connection.wire.withLock { $0.exchanges.count } == 11 }
            first.cancel()
            await #expect(throws: CancellationError.self) { try await first.value }
            for (index, other) in others.enumerated() { #expect(try await other.value == index + 1) }
        }
    }

    @Test func aLeaseThatIsWaitedForCanBeCancelled() async throws {
        try await withDatabase(migrated: false, connections: 1) { database async throws in
            try await database.store.withConnection { connection async throws in
                let task = Task { try await database.store.query("select 1") }
                for _ in 1...20 { await Task.yield() }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(try await connection.value("select 1") == 1)
            }
            #expect(try await database.store.value("select 1") == 1)
        }
    }

    private func withConnection(_ body: (Store, Connection) async throws -> Void) async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { try await body(database.store, $0) }
        }
    }
}
