import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The limits of one user's storage, and the fate of a failed job's files.
@Suite struct UsageTests {
    private static func send(
        _ program: Program, _ text: String, _ headers: [String] = []
    ) async throws -> TestAnswer {
        try await program.site.ask(
            "POST", ImportEngineTests.path, program.headers + [StatusTests.csv] + headers, body: text)
    }

    private static func files(_ database: TestDatabase) async throws -> Int {
        try await ImportEngineTests.files(database)
    }

    @Test func aUserWithTooManyJobsIsToldToWait() async throws {
        try await withFunctions(limits: SiteLimits(jobsPerUser: 2)) { site, database in
            let program = try await Program("ada", roles: .office, site)
            let async = ["Prefer: respond-async", StatusTests.json]
            var tickets: [TestAnswer] = []
            for _ in 0..<2 {
                tickets.append(
                    try await site.ask("POST", "/echo", program.headers + async, body: #"{"text":"a"}"#))
            }
            #expect(tickets.map(\.status) == [202, 202])
            let third = try await site.ask("POST", "/echo", program.headers + async, body: #"{"text":"a"}"#)
            #expect(third.status == 429 && third["retry-after"] == "60", "\(third.body)")
            #expect(third.body.contains("you have 2 live jobs"))
            let file = try await Self.send(program, ImportEngineTests.csv)
            let stored = try await Self.files(database)
            #expect(file.status == 429 && stored == 0, "and nothing of it is stored")
            let called = try await site.ask(
                "POST", "/echo", program.headers + [StatusTests.json], body: #"{"text":"a"}"#)
            #expect(called.status == 200, "what is called needs no job")
            let other = try await Program("bob", roles: .office, site)
            let theirs = try await site.ask("POST", "/echo", other.headers + async, body: #"{"text":"a"}"#)
            #expect(theirs.status == 202)
            let cancelled = try await program.post("\(tickets[0]["location"] ?? "")/cancel", "")
            #expect(cancelled.status == 200)
            let again = try await site.ask("POST", "/echo", program.headers + async, body: #"{"text":"a"}"#)
            #expect(again.status == 202)
        }
    }

    @Test func aUserWhoseFilesTakeAllTheirRoomCanStoreNoMore() async throws {
        try await withFunctions(limits: SiteLimits(upload: 5_000, storagePerUser: 7_000)) { site, database in
            let program = try await Program("ada", roles: .office, site)
            let text = ImportEngineTests.csv + String(repeating: "\n", count: 2_000)
            let first = try await Self.send(program, text)
            #expect(first.status == 202)
            let second = try await Self.send(program, text)
            #expect(
                second.status == 507 && second.body.contains("which is the limit of a user"),
                "\(second.body)")
            let stored = try await Self.files(database)
            #expect(stored == 1)
            let long = try await Self.send(
                Program("bob", roles: .office, site), String(repeating: "x", count: 5_001))
            #expect(long.status == 507 || long.status == 413)
            _ = try await program.post("\(first["location"] ?? "")/cancel", "")
            let third = try await Self.send(program, text)
            #expect(third.status == 202, "what was cancelled has made room")
        }
    }

    @Test func theRoomIsAskedForTwiceHoweverManyFilesThereAre() async throws {
        try await withFunctions(seeds: [.function("/album", Album.name)]) { site, database in
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        create sequence jobmachine.asked;
                        create or replace function jobmachine.stored_bytes_of(owner text) returns bigint
                        language sql security definer as $$ select nextval('jobmachine.asked') $$;
                        """)
            }
            let program = try await Program("ada", roles: .office, site)
            let picture = try ImportEngineTests.temporary("abc")
            let files = Dictionary(uniqueKeysWithValues: (0..<5).map { ("pictures[\($0)]", picture) })
            let answer = try await program.form("/album", [:], files: files)
            #expect(answer.status == 200 && answer.body == "15", "\(answer.body)")
            let asked = try await database.store.first(
                "select last_value from jobmachine.asked", as: Int.self)
            #expect(asked == 2)
        }
    }

    @Test func filesOfOneFormShareTheRoom() async throws {
        let limits = SiteLimits(upload: 90_000, storagePerUser: 60_000)
        try await withFunctions(limits: limits, seeds: [.function("/album", Album.name)]) { site, database in
            let program = try await Program("ada", roles: .office, site)
            let picture = try ImportEngineTests.temporary(String(repeating: "x", count: 40_000))
            let files = ["pictures[0]": picture, "pictures[1]": picture]
            let answer = try await program.form("/album", [:], files: files)
            #expect(answer.status == 507, "\(answer.body)")
            let stored = try await Self.files(database)
            #expect(stored == 0)
        }
    }

    @Test func aFileGoesIfItsJobIsRefusedByTheStore() async throws {
        try await withFunctions { site, database in
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
                        create trigger refuse before insert on jobmachine.job execute function refuse();
                        """)
            }
            let answer = try await Self.send(Program("ada", roles: .office, site), ImportEngineTests.csv)
            #expect(answer.status == 500, "\(answer.body)")
            let stored = try await Self.files(database)
            #expect(stored == 0)
        }
    }

    @Test func aStrangerStoresNothing() async throws {
        let open = NodeSeed(
            "/open", "import", title: "Open",
            access: [Role.everyone: [.view, .use], Role.users: [.view, .use]])
        try await withFunctions(seeds: [open]) { site, database in
            let answer = try await site.ask("POST", "/open", [StatusTests.csv], body: ImportEngineTests.csv)
            #expect(answer.status == 401, "\(answer.body)")
            let drawn = try await database.store.first(
                "select is_called from jobmachine.file_id_seq", as: Bool.self)
            #expect(drawn == false, "not even for a moment")
        }
    }

    @Test func theInputOfACancelledImportGoesAtOnce() async throws {
        try await withFunctions { site, database in
            let program = try await Program("ada", roles: .office, site)
            let sent = try await Self.send(program, ImportEngineTests.csv)
            let other = try await Self.send(program, ImportEngineTests.csv)
            #expect(sent.status == 202 && other.status == 202)
            _ = try await program.post("\(sent["location"] ?? "")/cancel", "")
            let left = try await database.store.rows(
                "select input_of from jobmachine.file", as: Int.self)
            #expect(left == [2], "the other job's stays")
        }
    }

    @Test func theInputOfAFailedImportGoesAndThatOfAFinishedOneStays() async throws {
        try await withFunctions(worker: true) { site, database in
            let program = try await Program("ada", roles: .office, site)
            let failed = try await Self.send(program, "this,is\nno,order\n", ["Prefer: wait=30"])
            #expect(failed.status >= 400, "\(failed.body)")
            let afterFailure = try await Self.files(database)
            #expect(afterFailure == 0)
            let finished = try await Self.send(program, ImportEngineTests.csv, ["Prefer: wait=30"])
            #expect(finished.status == 200, "\(finished.body)")
            let inputs = try await database.store.first(
                "select count(*) from jobmachine.file where input_of is not null", as: Int.self)
            #expect(inputs == 1)
        }
    }
}
