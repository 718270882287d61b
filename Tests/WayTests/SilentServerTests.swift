import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A server whose processes are all stopped, and which nobody replaces.
@Suite(.serialized) struct SilentServerTests {
    private static let quick = StoreLimits(
        opening: .seconds(3), cancel: .milliseconds(500), pulse: .milliseconds(200), silence: .seconds(1))

    @Test func whoeverAsksIsAnsweredInTime() async throws {
        try await withSilence { model, silence in
            try await withSite(model) { site in
                // The site listens before its server falls silent. All tests run at the same time, so the
                // limit adds the time of the same work beside an answering server.
                let begin = ContinuousClock.now
                #expect(try await site.ask("GET", "/health/ready").status == 200)
                _ = try await model.offload(Echo(text: "c"))
                let calm = begin.duration(to: .now)
                try await silence {
                    let start = ContinuousClock.now
                    async let offload = Result { try await model.offload(Echo(text: "a")) }
                    let page = try await site.ask("GET", "/health/ready")
                    #expect(page.status == 503)
                    let error = await offload.failure as? StoreError
                    #expect([.connectionLost, .cannotConnect].contains(error?.code))
                    #expect(start.duration(to: .now) < calm + .seconds(20))
                }
                #expect(try await model.offload(Echo(text: "b")).status == .entered)
            }
        }
    }

    @Test func aStoreThatDoesNotListenFindsOutAllTheSame() async throws {
        try await withSilence { model, silence in
            try await silence {
                let result = await Result { try await model.store.query("select 1") }
                #expect((result.failure as? StoreError)?.code == .connectionLost)
            }
        }
    }

    @Test func aRequestToCancelIsNotAwaitedForEver() async throws {
        try await withSilence(ofAll: false) { model, silence in
            let store = model.store
            let sleeper = Task { try await store.query("select pg_sleep(600)") }
            let sleeps: Statement = "select from pg_stat_activity where wait_event = 'PgSleep'"
            while try await store.query(sleeps).isEmpty { await Task.yield() }
            try await silence {
                sleeper.cancel()
                let result = await sleeper.result
                #expect(throws: (any Error).self) { try result.get() }
            }
            try await store.query(
                "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'")
        }
    }

    /// Runs a test on a server of its own. The function passed to `body` stops the server while something
    /// runs.
    ///
    /// - Parameter ofAll: true to stop all of its processes, false to stop only the postmaster.
    private func withSilence(
        ofAll: Bool = true,
        _ body: (Model, (() async throws -> Void) async throws -> Void) async throws -> Void
    ) async throws {
        try await OwnServer.with { server, folder in
            let data = folder.appending(path: "cluster/data").path()
            let migrating = Store(
                StoreConfiguration(connectionString: server.connectionString), logger: TestDatabase.logger)
            _ = try await Migrator([DjetSQL.queue(), DjetSQL.site()]).migrate(migrating)
            await migrating.close()
            let store = try await Self.quietStore(server.connectionString)
            let model = Model(store: store, functions: Functions(testFunctions), logger: TestDatabase.logger)
            {
                Date()
            }
            let result = await Result {
                try await body(model) { standing in
                    let processes = try #require(ServerProcesses(inDataFolder: data))
                    ofAll ? processes.signal(SIGSTOP) : processes.signalPostmaster(SIGSTOP)
                    defer { processes.signal(SIGCONT) }
                    try await standing()
                }
            }
            ServerProcesses(inDataFolder: data)?.signal(SIGCONT)
            await store.close()
            try result.get()
        }
    }

    /// Returns a store that has a connection and does not listen. A store begins to listen when an answer
    /// takes long, which a busy machine can make of any.
    private static func quietStore(_ connectionString: String) async throws -> Store {
        while true {
            let store = Store(
                StoreConfiguration(connectionString: connectionString, limits: quick),
                logger: TestDatabase.logger)
            _ = try await store.query("select 1")
            if store.listener.connection == nil { return store }
            await store.close()
        }
    }
}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
