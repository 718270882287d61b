import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct DoctorTests {
    @Test(arguments: PlantedFault.allCases) func itFindsAFault(fault: PlantedFault) async throws {
        try await withDatabase(business: true) { database in
            let before = try await Examination(of: database.connectionString, patience: fault.patience)
            try await fault.plant(in: database) { connectionString in
                try await until(orElse: "\(fault.rawValue) was not found") {
                    let after = try await Examination(of: connectionString, patience: fault.patience)
                    let new = after.findings.subtracting(before.findings)
                    guard new.contains(where: { $0.hasPrefix("\(fault.rawValue) ") }) else { return false }
                    #expect(after.status == 1)
                    return true
                }
            }
        }
    }

    @Test func itIsSilentOnAHealthySystem() async throws {
        try await withSystem { server in
            let text = try await Run(["doctor"], environment: ["DATABASE_URL": server.connectionString])
            #expect(
                text.status == 0 && text.output.isEmpty && text.error.isEmpty, "\(text.output)\(text.error)")
            let json = try await Examination(of: server.connectionString)
            #expect(json.status == 0 && json.run.output == "[]\n", "\(json.run.output)")
        }
    }

    @Test func onATerminalItSaysThatThereAreNoFaults() async throws {
        try await withSystem { server in
            let environment = ["DATABASE_URL": server.connectionString]
            let screen = try PseudoTerminal(typing: "")
            let text = try await Run(["doctor"], outputScreen: screen, environment: environment)
            #expect(text.status == 0 && text.error == "No faults.\n", "\(text.error)")
            let json = try await Run(["doctor", "--json"], outputScreen: screen, environment: environment)
            #expect(json.status == 0 && json.error.isEmpty, "\(json.error)")
        }
    }

    @Test func itIsSilentUnderLoad() async throws {
        try await withSystem { server in
            let model = Model(
                store: server.store, functions: Functions(testFunctions), logger: TestDatabase.logger,
                clock: { Date() })
            let tickets = try await model.offload((0..<50_000).map { Twice(number: $0) })
            _ = try await model.offload((0..<500).map { _ in Refuse(.model) })
            var runs = 0
            while try await tickets[tickets.count - 1].status == .entered {
                let examination = try await Examination(of: server.connectionString)
                #expect(examination.findings == [] && examination.status == 0, "\(examination.run.output)")
                runs += 1
            }
            #expect(runs > 0)
        }
    }

    @Test func itSaysWhatToDo() async throws {
        try await withDatabase(business: true) { database in
            _ = try await database.model().offload(Echo(text: "a"), on: "slow")
            let flags = ["--patience", "0", "--ignore", "server-setting"]
            let run = try await Run(["doctor"] + flags, by: "office", on: database)
            #expect(run.status == 1 && run.error.isEmpty, "\(run.error)")
            #expect(run.output.contains(#/^unclaimed-queue  slow  since 20/#), "\(run.output)")
            #expect(run.output.contains("  Start a worker for it: `office work --queues slow`.\n"))
            let ignored = try await Run(
                ["doctor"] + flags + ["--ignore", "unclaimed-queue:slow"], by: "office", on: database)
            #expect(ignored.status == 0 && ignored.output.isEmpty, "\(ignored.output)")
        }
    }

    /// No role of the queue may read the tables `migration` of the other schemas.
    @Test func itSaysWhichRightALoginLacks() async throws {
        try await withDatabase(business: true) { database in
            try await database.signedIn(as: "djet_admin") { office in
                let run = try await Run(["doctor", "--ignore", "server-setting"], on: office)
                #expect(run.status == 1 && run.output.hasPrefix("undone-check  schema-version\n"))
                let words = "the database's login may not read the table migration of each"
                #expect(run.output.contains(words), "\(run.output)")
                #expect(!run.output.contains("djet_admin"), "\(run.output)")
            }
        }
    }

    @Test(arguments: [
        (["--patience=-1"], "--patience must be from 0"),
        (["--ignore", "colds"], "there is no fault “colds”"),
    ])
    func aFlagThatIsNoneIsRefused(flags: [String], words: String) async throws {
        let run = try await Run(["doctor"] + flags)
        #expect(run.status == 64 && run.error.contains(words), "\(run.error)")
    }

    @Test func aServerOutOfReachIsNoFault() async throws {
        let run = try await Run(["doctor", "--json"])
        #expect(run.status == 69 && run.output.isEmpty, "\(run.output)")
    }

    /// Runs a test on a durable server of its own, with a migrated database and two workers.
    private func withSystem(_ body: (OwnServer) async throws -> Void) async throws {
        try await OwnServer.with(["fsync": "on"]) { server, _ in
            let environment = ["DATABASE_URL": server.connectionString]
            let migration = try await Run(["migrate"], environment: environment)
            try #require(migration.status == 0, "\(migration.error)")
            let workers = try (0..<2).map { _ in
                try TestProcess("test-worker", ["work", server.connectionString, "default"])
            }
            let result = await Result { try await body(server) }
            for worker in workers { worker.signal(SIGTERM) }
            for worker in workers { _ = await worker.exitCode() }
            try result.get()
        }
    }
}
