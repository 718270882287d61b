import DjetStore
import DjetTestSupport
import Foundation
import Glibc
import Testing

extension EmbeddedTests {
    @Suite struct EmbeddedPostgresCrashTests {
        @Test func aKilledHolderLeavesNothingRunning() async throws {
            let cluster = try TestCluster()
            let holder = try Holder(of: cluster.folder)
            #expect(await holder.line().hasPrefix("true"))
            await holder.kill()
            try await cluster.awaitEnd()
            try await startsAgain(cluster)
        }

        @Test func aKilledHolderDoesNotTakeTheServerFromTheOthers() async throws {
            let cluster = try TestCluster()
            let holder = try Holder(of: cluster.folder)
            #expect(await holder.line().hasPrefix("true"))
            let server = try await cluster.embedded.start()
            #expect(!server.wasStarted)
            await holder.kill()
            #expect(try cluster.run("select 1", on: server.connectionString) == "1")
            await server.release()
            #expect(cluster.processes.isEmpty)
        }

        @Test func aKilledSupervisorTakesTheServerWithIt() async throws {
            let cluster = try TestCluster()
            let server = try await cluster.embedded.start()
            kill(try #require(cluster.supervisor), SIGKILL)
            try await cluster.awaitEnd()
            try await startsAgain(cluster, besides: server)
        }

        @Test func aKilledWaiterDoesNotKeepTheLastReleaseWaiting() async throws {
            let cluster = try TestCluster()
            let server = try await cluster.embedded.start()
            let supervisor = try #require(cluster.supervisor)
            let waiter = cluster.processes.first { $0.parent == supervisor && $0.id != cluster.postmaster }
            kill(try #require(waiter).id, SIGKILL)
            await server.release()
            #expect(cluster.processes.isEmpty)
        }

        @Test func aStartRightAfterTheSupervisorWasKilledWorks() async throws {
            let cluster = try TestCluster()
            let server = try await cluster.embedded.start()
            let supervisor = try #require(cluster.supervisor)
            kill(supervisor, SIGKILL)
            // The server's end is not awaited: it may be in the middle of its shutdown.
            try await until { ProcessEntry(supervisor) == nil }
            try await startsAgain(cluster, besides: server)
        }

        @Test func aKilledPostmasterTakesTheSupervisorWithIt() async throws {
            let cluster = try TestCluster()
            let server = try await cluster.embedded.start()
            kill(try #require(cluster.postmaster), SIGKILL)
            try await cluster.awaitEnd()
            try await startsAgain(cluster, besides: server)
        }

        @Test func aStartWorksWhileABusyConnectionSurvivesThePostmaster() async throws {
            let cluster = try TestCluster()
            let server = try await cluster.embedded.start()
            // A connection that computes does not notice meanwhile that the postmaster is gone. It goes on
            // for three seconds after there is a file “end”.
            let busy = """
                do $$ begin
                    while coalesce(
                        (pg_stat_file('end', true)).modification > clock_timestamp() - interval '3 s', true)
                    loop end loop;
                end $$
                """
            async let computed = onItsOwn { try cluster.run(busy, on: server.connectionString) }
            let find = "select pid from pg_stat_activity where query like 'do %' and state = 'active'"
            var survivor: Int32?
            try await until {
                survivor = Int32(try cluster.run(find, on: server.connectionString))
                return survivor != nil
            }
            kill(try #require(cluster.postmaster), SIGKILL)
            try await until { cluster.postmaster == nil }
            #expect(survivor.flatMap { ProcessEntry($0) } != nil)
            try Data().write(to: URL(filePath: "\(cluster.folder)/data/end"))
            let next = try await cluster.embedded.start()
            #expect(survivor.flatMap { ProcessEntry($0) } == nil, "two generations write the same data")
            await server.release()
            await next.release()
            _ = try await computed
        }

        @Test func everythingKilledAtOnceNeedsNoHand() async throws {
            let cluster = try TestCluster()
            let holder = try Holder(of: cluster.folder)
            #expect(await holder.line().hasPrefix("true"))
            let (server, supervisor) = (try #require(cluster.postmaster), try #require(cluster.supervisor))
            await holder.kill()
            kill(-supervisor, SIGKILL)
            // A signal takes effect after it is sent. Until then, the server answers.
            try await until { ProcessEntry(supervisor) == nil && ProcessEntry(server) == nil }
            try await startsAgain(cluster)
        }

        @Test(.enabled(if: geteuid() == 0)) func lockFilesThatNameAnotherProcessAreNoHindrance() async throws
        {
            let cluster = try TestCluster()
            await (try await cluster.embedded.start()).release()
            let stranger = try ChildProcess(
                ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "sleep", "60"])
            let id = stranger.id
            try await until { ProcessEntry(id).map { $0.user != 0 } ?? false }
            let text = "\(id)\n\(cluster.folder)/data\n0\n5432\n\(cluster.folder)/socket\n\n 1 1\nready   \n"
            for file in ["data/postmaster.pid", "socket/.s.PGSQL.5432.lock"] {
                try text.write(toFile: "\(cluster.folder)/\(file)", atomically: false, encoding: .utf8)
            }
            try await startsAgain(cluster)
            #expect(stranger.isRunning)
        }

        @Test func aLeftoverOfInitdbIsNoHindrance() async throws {
            let cluster = try TestCluster(isFresh: true)
            let rest = "\(cluster.folder)/data.new/base"
            try FileManager.default.createDirectory(atPath: rest, withIntermediateDirectories: true)
            try await startsAgain(cluster)
            #expect(!FileManager.default.fileExists(atPath: "\(cluster.folder)/data.new"))
        }

        /// The arguments are files that a first start makes, in their order.
        @Test(arguments: ["start.lock", "data.new", "data.new/global/pg_control", "data.new/base/5"])
        func aHolderKilledDuringItsFirstStartIsNoHindrance(file: String) async throws {
            let cluster = try TestCluster(isFresh: true)
            let holder = try Holder(of: cluster.folder)
            // The start may have gone on to its last step, which renames the folder.
            let names = [file, file.replacing("data.new", with: "data")]
            try await until(orElse: "\(file) is missing") {
                names.contains { FileManager.default.fileExists(atPath: "\(cluster.folder)/\($0)") }
            }
            await holder.kill()
            try await startsAgain(cluster)
            try await cluster.awaitEnd()
        }

        private func startsAgain(_ cluster: TestCluster, besides other: EmbeddedServer? = nil) async throws {
            let server = try await cluster.embedded.start()
            #expect(server.wasStarted)
            #expect(try cluster.run("select 1", on: server.connectionString) == "1")
            await other?.release()
            await server.release()
            #expect(cluster.processes.isEmpty)
        }
    }
}

/// Runs work that blocks outside the cooperative pool.
private func onItsOwn<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}
