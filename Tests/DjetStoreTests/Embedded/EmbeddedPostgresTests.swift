import DjetStore
import Foundation
import Glibc
import Testing

/// The tests of the embedded PostgreSQL, one at a time. They start processes and block while they wait for
/// them, which would keep the few threads from all other tests.
@Suite(.serialized) struct EmbeddedTests {}

extension EmbeddedTests {
    @Suite struct EmbeddedPostgresTests {
        @Test func theFirstStartMakesTheClusterAndTheLastReleaseEndsIt() async throws {
            let cluster = try TestCluster(isFresh: true)
            let server = try await cluster.embedded.start()
            #expect(server.wasStarted)
            #expect(
                server.connectionString == "host=\(cluster.folder)/socket port=5432 dbname=djet user=djet")
            #expect(try cluster.run("select 1", on: server.connectionString) == "1")
            await server.release()
            #expect(cluster.processes.isEmpty)
            let again = try await cluster.embedded.start()
            #expect(again.wasStarted)
            await again.release()
            await again.release()
            #expect(cluster.processes.isEmpty)
        }

        @Test func anotherProcessFindsTheServerAndKeepsIt() async throws {
            let cluster = try TestCluster()
            let server = try await cluster.embedded.start()
            let holder = try Holder(of: cluster.folder)
            #expect(await holder.line() == "false \(server.connectionString)")
            let postmaster = cluster.postmaster
            await server.release()
            #expect(try cluster.run("select 1", on: server.connectionString) == "1")
            #expect(cluster.postmaster == postmaster)
            try await holder.end()
            #expect(cluster.processes.isEmpty)
        }

        @Test func aSecondStartInOneProcessHoldsForItself() async throws {
            let cluster = try TestCluster()
            let first = try await cluster.embedded.start()
            let second = try await cluster.embedded.start()
            #expect(!second.wasStarted)
            await first.release()
            #expect(try cluster.run("select 1", on: second.connectionString) == "1")
            await second.release()
            #expect(cluster.processes.isEmpty)
        }

        @Test func ofStartsAtTheSameTimeOneStartsAndOfReleasesTheLastOnesWait() async throws {
            let cluster = try TestCluster(isFresh: true)
            let servers = try await withThrowingTaskGroup(of: EmbeddedServer.self) { group in
                for _ in 1...5 { group.addTask { try await cluster.embedded.start() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(servers.filter(\.wasStarted).count == 1)
            await withTaskGroup(of: Void.self) { group in
                for server in servers { group.addTask { await server.release() } }
            }
            #expect(cluster.processes.isEmpty)
        }

        @Test func aStartDuringTheLastReleaseWorks() async throws {
            let cluster = try TestCluster()
            var server = try await cluster.embedded.start()
            for _ in 1...5 {
                let last = server
                async let released: Void = last.release()
                server = try await cluster.embedded.start()
                await released
                #expect(try cluster.run("select 1", on: server.connectionString) == "1")
            }
            await server.release()
            #expect(cluster.processes.isEmpty)
        }

        @Test func aServerThatNobodyRefersToEndsByItself() async throws {
            let cluster = try TestCluster()
            _ = try await cluster.embedded.start()
            try await cluster.awaitEnd()
        }

        @Test func itRunsNotAsRootIsDurableAndInheritsNothing() async throws {
            let cluster = try TestCluster(isFresh: true)
            let server = try await EmbeddedPostgres(folder: cluster.folder).start()
            #expect(try cluster.run("show fsync", on: server.connectionString) == "on")
            #expect(try cluster.run("show listen_addresses", on: server.connectionString) == "")
            #expect(cluster.processes.count >= 4)
            #expect(cluster.processes.allSatisfy { $0.user != 0 })
            let files = try #require(cluster.postmaster.flatMap { ProcessEntry($0) }).openFiles
            #expect(!files.isEmpty && files.allSatisfy { !$0.hasSuffix(".lock") })
            await server.release()
        }

        @Test(arguments: ["with blank, comma and 'quote\"", String(repeating: "long", count: 40)])
        func awkwardFolderNamesWork(name: String) async throws {
            let cluster = try TestCluster(named: name)
            let server = try await cluster.embedded.start()
            #expect(try cluster.run("select 1", on: server.connectionString) == "1")
            let socketFolder = try cluster.run("show unix_socket_directories", on: server.connectionString)
            #expect(socketFolder.hasPrefix("\"/tmp/djet-"))
            await server.release()
            let path = socketFolder.trimmingCharacters(in: ["\""])
            #expect(!FileManager.default.fileExists(atPath: path), "nothing is left in /tmp")
        }

        @Test func blanksAndQuotesInTheSocketFolderWork() async throws {
            let cluster = try TestCluster(named: "a 'b\" \\c")
            let server = try await cluster.embedded.start()
            #expect(try cluster.run("select 1", on: server.connectionString) == "1")
            await server.release()
        }

        @Test func theEnvironmentDoesNotLeakIn() async throws {
            let cluster = try TestCluster()
            let strange = [
                "PGDATA": "/nowhere", "PGHOST": "nowhere", "PGPORT": "1", "PGUSER": "x", "LC_ALL": "xx_XX",
            ]
            let holder = try Holder(of: cluster.folder, environment: strange)
            #expect(await holder.line().hasPrefix("true host="))
            try await holder.end()
            #expect(cluster.processes.isEmpty)
        }

        @Test(.enabled(if: geteuid() == 0)) func anOrdinaryUserRunsItAsOneself() async throws {
            let cluster = try TestCluster(isFresh: true)
            chmod(cluster.top, 0o777)
            let holder = try Holder(of: cluster.folder, as: "65534")
            #expect(await holder.line().hasPrefix("true host="))
            #expect(cluster.processes.count >= 4)
            #expect(cluster.processes.allSatisfy { $0.user == 65534 })
            try await holder.end()
            #expect(cluster.processes.isEmpty)
        }
    }
}
