import DjetTestSupport
import Foundation
import Testing

@testable import DjetStore

/// A silent server: its processes are stopped, and the kernel accepts the data sent to them.
@Suite struct SilenceTests {
    private static let quick = StoreLimits(
        opening: .seconds(2), pulse: .milliseconds(100), silence: .milliseconds(500))

    @Test func whoeverWaitsIsToldWhenTheListenersServerIsSilent() async throws {
        try await withStore { store async throws in
            var rings = store.listener.rings(on: ["a"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            try await withStandstill(of: store) {
                let error = try await storeError { try await store.query("select 1") }
                #expect(error.code == .connectionLost)
                #expect(
                    error.message
                        == "the connection was given up: the server has been silent for 0.5 seconds"
                )
            }
            // The sessions are new ones, and the listener is back.
            #expect(try await store.value("select 1") == 1)
            #expect(await rings.next() == .began)
        }
    }

    @Test func aTransactionOnASilentServerEnds() async throws {
        try await withStore { store async throws in
            var rings = store.listener.rings(on: ["a"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            let standstill = Guarded<[Int32]>([])
            defer { for id in standstill.withLock({ $0 }) { kill(id, SIGCONT) } }
            let error = try await storeError {
                try await store.transaction { connection in
                    try await connection.query("create table t (n integer)")
                    let ids = [connection.processID, try #require(store.listener.connection).processID]
                    standstill.withLock { $0 = ids }
                    for id in ids { kill(id, SIGSTOP) }
                }
            }
            #expect(error.code == .connectionLost, "the commit is not awaited for ever")
        }
    }

    @Test func aLivingServersLongStatementIsLeftAlone() async throws {
        try await withStore { store async throws in
            var rings = store.listener.rings(on: ["a"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            // Four times as long as a server may be silent.
            #expect(try await store.value("select 1 from pg_sleep(2)") == 1)
        }
    }

    @Test func whatDjetItselfAsksHasALimit() async throws {
        var limits = Self.quick
        limits.answer = .milliseconds(100)
        try await withStore(limits) { store async throws in
            let error = try await storeError { try await store.punctual.query("select pg_sleep(600)") }
            #expect(error.code == .connectionLost)
            #expect(error.message.hasPrefix("PostgreSQL has not answered for 0.1 seconds"))
            #expect(try await store.value("select 1 from pg_sleep(0.5)") == 1, "others have none")
        }
    }

    @Test func openingHasALimit() async throws {
        try await withDeafServer { string async throws in
            let limits = StoreLimits(opening: .milliseconds(300))
            let error = try await storeError { _ = try await Connection.open(string, limits: limits) }
            #expect(error.code == .cannotConnect)
            #expect(error.message == "cannot connect to PostgreSQL: it has not answered in 0.3 seconds")
        }
    }

    @Test func aLeaseThatOpensHasALimit() async throws {
        try await withDeafServer { string async throws in
            let configuration = StoreConfiguration(
                connectionString: string, maximumConnections: 1,
                limits: StoreLimits(opening: .milliseconds(300)))
            let store = Store(configuration, logger: TestDatabase.logger)
            for _ in 1...2 {
                let error = try await storeError { try await store.query("select 1") }
                #expect(error.code == .cannotConnect)
            }
            await store.close()
        }
    }

    @Test func aDutyThatCannotBeginDoesNotKeepTheListenerForEver() async throws {
        var limits = Self.quick
        limits.listening = .milliseconds(300)
        try await withStore(limits) { store async throws in
            let (begun, hasBegun) = AsyncStream.makeStream(of: Int32.self)
            let tries = Guarded(0)
            let start = ContinuousClock.now
            store.listener.take(
                on: HeartbeatHook(
                    begin: { connection in
                        let count = tries.withLock {
                            $0 += 1
                            return $0
                        }
                        // Simulates a wait for a lock that another session holds.
                        if count == 1 { try await connection.query("select pg_sleep(600)") }
                        hasBegun.yield(connection.processID)
                    }, beat: { _ in }))
            for await _ in begun { break }
            #expect(tries.withLock { $0 } == 2)
            // A hundred times the limit, for a busy machine.
            #expect(start.duration(to: .now) < .seconds(30))
        }
    }

    // MARK: Support

    private func withStore(
        _ limits: StoreLimits = SilenceTests.quick, _ body: (Store) async throws -> Void
    ) async throws {
        try await withDatabase(migrated: false) { database in
            let configuration = StoreConfiguration(
                connectionString: database.connectionString, maximumConnections: 2, limits: limits)
            let store = Store(configuration, logger: TestDatabase.logger)
            do {
                try await body(store)
            } catch {
                await store.close()
                throw error
            }
            await store.close()
        }
    }

    /// Stops the processes of the listening connection and of an idle one while `body` runs.
    private func withStandstill(of store: Store, _ body: () async throws -> Void) async throws {
        let idle: Int32 = try await store.value("select pg_backend_pid()")
        let processes = [idle, try #require(store.listener.connection).processID]
        for id in processes { kill(id, SIGSTOP) }
        defer { for id in processes { kill(id, SIGCONT) } }
        try await body()
    }
}
