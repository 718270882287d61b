import DjetStore
import DjetTestSupport
import Foundation
import Glibc
import Testing

extension EmbeddedTests {
    @Suite struct EmbeddedPostgresErrorTests {
        @Test func anOlderPostgresIsRefusedByNameAndVersion() async throws {
            let cluster = try TestCluster(isFresh: true)
            let old = try makeBinaries(in: cluster, version: "14.11 (Debian 14.11-1)")
            let message = await refusal(of: EmbeddedPostgres(folder: cluster.folder, binaryFolders: [old]))
            #expect(message.contains("PostgreSQL 14.11 in \(old) is too old: version 15 or later is needed."))
        }

        @Test func aNewerPostgresIsPreferredToAnOlderOne() async throws {
            let cluster = try TestCluster(isFresh: true)
            let old = try makeBinaries(in: cluster, version: "14.11")
            let server = try await EmbeddedPostgres(
                folder: cluster.folder, settings: ["fsync": "off"],
                binaryFolders: [old, TestCluster.binaries]
            ).start()
            await server.release()
        }

        @Test func withoutPostgresTheMessageSaysWhatToInstall() async throws {
            let cluster = try TestCluster(isFresh: true)
            let message = await refusal(
                of: EmbeddedPostgres(folder: cluster.folder, binaryFolders: ["/nowhere"]))
            #expect(message.contains("PostgreSQL is not installed"))
            #expect(message.contains("apt-get install postgresql"))
        }

        @Test func dataOfAnotherMajorVersionAreRefusedWithBothVersions() async throws {
            let cluster = try TestCluster()
            await (try await cluster.embedded.start()).release()
            let newer = try makeBinaries(in: cluster, version: "16.2")
            let message = await refusal(of: EmbeddedPostgres(folder: cluster.folder, binaryFolders: [newer]))
            #expect(message.contains("The data belong to PostgreSQL 15, but the installed version is 16.2"))
            #expect(message.contains("postgresql-15"))
        }

        @Test func aFolderThatCannotBeMadeIsNamed() async throws {
            let message = await refusal(of: EmbeddedPostgres(folder: "/proc/djet"))
            #expect(message.contains("The folder /proc/djet for the embedded PostgreSQL cannot be created: "))
            let deep = await refusal(of: EmbeddedPostgres(folder: "/proc/no/share/djet"))
            #expect(deep.contains("The folder /proc/no/share/djet for the embedded PostgreSQL cannot"))
            #expect(deep.contains("Choose another folder (--folder)"))
        }

        @Test func theUsualFolderIsBelowTheHomeOfTheEnvironment() {
            #expect(EmbeddedPostgres.folder(in: ["HOME": "/home/ada"]) == "/home/ada/.local/share/djet")
            let both = ["HOME": "/home/ada", "XDG_DATA_HOME": "/data"]
            #expect(EmbeddedPostgres.folder(in: both) == "/data/djet")
            let none = EmbeddedPostgres.folder(in: ["HOME": "ada"])
            #expect(none.hasPrefix("/") && none.hasSuffix("/.local/share/djet"))
        }

        @Test(.enabled(if: geteuid() == 0)) func aFolderThatCannotBeWrittenIsNamed() async throws {
            let cluster = try TestCluster(isFresh: true)
            let holder = try Holder(of: cluster.folder, as: "65534")
            #expect(
                await holder.line().contains(
                    "\(cluster.folder) for the embedded PostgreSQL cannot be created: Permission"))
            await (try await cluster.embedded.start()).release()
            let second = try Holder(of: cluster.folder, as: "65534")
            let line = await second.line()
            #expect(
                line.contains("\(cluster.folder) for the embedded PostgreSQL belongs to root."), "\(line)")
            #expect(line.contains("Run this as that user"))
        }

        @Test(.enabled(if: geteuid() == 0)) func aFolderClosedToTheServersUserIsNamed() async throws {
            let cluster = try TestCluster(isFresh: true)
            chmod(cluster.top, 0o700)
            let message = await refusal(of: cluster.embedded)
            #expect(message.contains("The user postgres"))
            #expect(message.contains("cannot enter \(cluster.folder)"))
        }

        @Test func aSocketFolderOfSomebodyElseIsRefused() async throws {
            let cluster = try TestCluster(isFresh: true)
            try FileManager.default.createDirectory(atPath: cluster.folder, withIntermediateDirectories: true)
            symlink("/tmp", "\(cluster.folder)/socket")
            let message = await refusal(of: cluster.embedded)
            #expect(message.contains("\(cluster.folder)/socket for the socket"))
        }

        @Test func aServerThatDoesNotStartSaysWhy() async throws {
            let cluster = try TestCluster()
            let embedded = EmbeddedPostgres(folder: cluster.folder, settings: ["no_such_setting": "1"])
            #expect(
                await refusal(of: embedded).contains(
                    "unrecognized configuration parameter \"no_such_setting\""))
            #expect(cluster.processes.isEmpty)
            await (try await cluster.embedded.start()).release()
        }

        @Test func anInitdbThatFailsSaysWhy() async throws {
            let cluster = try TestCluster(isFresh: true)
            let folder = try makeBinaries(
                in: cluster, version: "15.1", initdb: "echo No space left on device; exit 1")
            let message = await refusal(of: EmbeddedPostgres(folder: cluster.folder, binaryFolders: [folder]))
            #expect(message.contains("initdb failed:"))
            #expect(message.contains("No space left on device"))
        }

        @Test func theSettingsThatMakeItPrivateCannotBeChosen() async throws {
            let cluster = try TestCluster(isFresh: true)
            let message = await refusal(
                of: EmbeddedPostgres(folder: cluster.folder, settings: ["Port": "5433"]))
            #expect(message.contains("The setting port cannot be changed"))
        }

        private func refusal(of embedded: EmbeddedPostgres) async -> String {
            do {
                await (try await embedded.start()).release()
                return "it started"
            } catch {
                return "\(error)"
            }
        }

        private func makeBinaries(
            in cluster: TestCluster, version: String, initdb: String = "exit 1"
        ) throws -> String {
            let folder = "\(cluster.top)/bin-\(version.prefix { $0 != " " })"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, action) in ["postgres": "echo 'postgres (PostgreSQL) \(version)'", "initdb": initdb] {
                try writeProgram(action, to: "\(folder)/\(name)")
            }
            return folder
        }
    }
}
