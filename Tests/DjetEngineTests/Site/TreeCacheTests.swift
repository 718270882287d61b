import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import DjetEngine

/// A process that cannot hear of changes does not serve old rights.
@Suite struct TreeCacheTests {
    @Test func theTreeIsKeptAsLongAsAChangeWouldBeHeard() async throws {
        try await withSite { site, database in
            var rings = database.store.listener.rings(on: [Tree.channel]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            // The site may hear a moment later that its own listening has begun, and then reads the tree
            // anew.
            var isKept = false
            for turn in 1...20 where !isKept {
                let before = try await titles(site)
                try await changeInSilence("Quietly \(turn)", database)
                isKept = try await titles(site) == before
            }
            #expect(isKept, "nobody was told, and nobody had to be")
        }
    }

    @Test func theTreeIsReadAnewWhileNothingListens() async throws {
        try await withSite { site, database in
            var rings = database.store.listener.rings(on: [Tree.channel]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            _ = try await titles(site)
            // Simulates a wait for a lock that a worker's registration needs.
            let (reached, isThere) = AsyncStream.makeStream(of: Void.self)
            database.store.listener.take(
                on: HeartbeatHook(
                    begin: { connection in
                        isThere.yield()
                        try await connection.query("select pg_sleep(5)")
                    }, beat: { _ in }))
            for await _ in reached { break }
            let connection = try #require(database.store.listener.connection)
            connection.close()
            for await _ in reached { break }
            try await changeInSilence("Revoked", database)
            #expect(try await titles(site).contains("Revoked"))
        }
    }

    @Test func theTreeIsReadAnewWhenTheLastSignOfLifeIsOld() async throws {
        try await withSite(treeAge: .zero) { site, database in
            var rings = database.store.listener.rings(on: [Tree.channel]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            _ = try await titles(site)
            try await changeInSilence("Old", database)
            #expect(try await titles(site).contains("Old"))
        }
    }

    private func titles(_ site: TestSite) async throws -> [String] {
        try await site.site.tree().find(segments: []).map { [$0.node.title] } ?? []
    }

    /// Changes the tree's root without the triggers that ring.
    private func changeInSilence(_ title: String, _ database: TestDatabase) async throws {
        try await database.store.transaction { connection in
            try await connection.query("set local session_replication_role to replica")
            try await connection.query("update djet.node set title = \(title) where parent is null")
        }
    }

    private func withSite(
        treeAge: Duration = .seconds(600), _ body: (TestSite, TestDatabase) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            try await DjetTestSupport.withSite(
                database.model(), limits: SiteLimits(treeAge: treeAge)
            ) { site in
                try await body(site, database)
            }
        }
    }
}
