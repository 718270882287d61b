import DjetStore
import DjetTestSupport
import Testing

@Suite struct JobsCommandTests {
    @Test func jobsAreListedTheNewestFirst() async throws {
        try await withDatabase(business: true) { database in
            try await offload(3, on: database)
            let run = try await Run.office("jobs", "list", "--limit", "2", on: database)
            let lines = run.output.split(separator: "\n")
            #expect(lines[0].hasPrefix("TICKET     KIND   STATUS "))
            #expect(lines[1].hasPrefix("default.3  greet  entered"))
            #expect(lines.count == 3)
            #expect(run.error == "There may be more: --after l_2\n")
        }
    }

    @Test func theListCanBeNarrowed() async throws {
        try await withDatabase(business: true) { database in
            try await offload(3, on: database)
            _ = try await Run.office("jobs", "cancel", "default.2", on: database)
            #expect(try await tickets(["--status", "cancelled"], on: database) == ["default.2"])
            #expect(try await tickets(["--after", "l_3"], on: database) == ["default.1", "default.2"])
            #expect(try await tickets(["--status", "error"], on: database) == [])
            #expect(try await tickets(["--queue", "slow"], on: database) == [])
            #expect(try await tickets(["--kind", "greet"], on: database).count == 3)
        }
    }

    @Test func aJobIsShownWithItsAttempts() async throws {
        try await withDatabase(business: true) { database in
            try await withWork(on: database) {
                _ = try await Run.office("offload", "refuse", "--wait", on: database)
            }
            let sheet = try await Run.office("jobs", "show", "default.1", on: database)
            #expect(sheet.output.contains("status      error\n"))
            #expect(sheet.output.contains(#/attempt 1 +failed .*: order 7 has not shipped\n/#))
            let run = try await Run.office("jobs", "show", "default.1", "--json", on: database)
            let job = try #require(try run.json() as? [String: Any])
            let attempts = try #require(job["attempts"] as? [[String: Any]])
            let error = try #require(attempts[0]["error"] as? [String: Any])
            #expect(error["message"] as? String == "order 7 has not shipped")
            #expect(job["status"] as? String == "error")
        }
    }

    @Test func aCancelledJobCanBeRetried() async throws {
        try await withDatabase(business: true) { database in
            try await offload(1, on: database)
            let cancel = try await Run.office("jobs", "cancel", "default.1", "--json", on: database)
            #expect(cancel.output == "{\"status\":\"cancelled\",\"ticket\":\"default.1\"}\n")
            let again = try await Run.office("jobs", "cancel", "default.1", on: database)
            #expect(again.status == 1)
            #expect(again.error == "Error: default.1 is cancelled: it cannot be cancelled\n")
            let retry = try await Run.office("jobs", "retry", "default.1", on: database)
            #expect(retry.output == "default.1 is back in the line.\n")
            let second = try await Run.office("jobs", "retry", "default.1", on: database)
            #expect(second.status == 1 && second.output.isEmpty)
            #expect(second.error.hasPrefix("Error: default.1 is entered: only a failed"))
        }
    }

    @Test func aJobIsAwaitedByItsTicket() async throws {
        try await withDatabase(business: true) { database in
            try await offload(1, on: database)
            try await withWork(on: database) {
                let run = try await Run.office("jobs", "wait", "default.1", on: database)
                #expect(run.output == "Hello, Ada\n" && run.status == 0, "\(run.error)")
                let json = try await Run.office("jobs", "wait", "default.1", "--json", on: database)
                #expect(json.output == "\"Hello, Ada\"\n" && json.error.isEmpty)
                _ = try await Run.office("offload", "refuse", on: database)
                let refused = try await Run.office("jobs", "wait", "default.2", on: database)
                #expect(refused.status == 1 && refused.error == "Error: order 7 has not shipped\n")
            }
            let unknown = try await Run.office("jobs", "wait", "default.3", on: database)
            #expect(unknown.status == 3 && unknown.error.hasPrefix("Error: there is no job default.3"))
        }
    }

    @Test func aJobThatStillNeedsAnotherIsRetriedAndWaits() async throws {
        try await withDatabase(business: true) { database in
            try await offload(2, on: database)
            _ = try await Run.office(
                "offload", "greet", "--args", #"{"whom": "Ada"}"#, "--after", "default.1", "--after",
                "default.2", on: database)
            _ = try await Run.office("jobs", "cancel", "default.1", on: database)
            let retry = try await Run.office("jobs", "retry", "default.3", on: database)
            let sentence = "default.3 is back, and waits for the jobs it depends on.\n"
            #expect(retry.output == sentence, "\(retry.error)")
            let again = try await Run.office("jobs", "retry", "default.3", on: database)
            #expect(again.status == 1 && again.error.hasPrefix("Error: default.3 is waiting: only a failed"))
        }
    }

    @Test func aFinishedJobCannotBeRetried() async throws {
        try await withDatabase(business: true) { database in
            try await withWork(on: database) {
                _ = try await Run.office("offload", "write-letter", "--wait", on: database)
            }
            let run = try await Run.office("jobs", "retry", "default.1", on: database)
            #expect(run.status == 1)
            #expect(run.error.hasPrefix("Error: default.1 is finished: only a failed"))
        }
    }

    @Test func deepJSONIsShownAsItIs() async throws {
        try await withDatabase(business: true) { database in
            let deep = String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000)
            _ = try await database.store.query(
                "select jobmachine.offload('any', \("{\"deep\": \(deep)}")::jsonb)")
            let sheet = try await Run.office("jobs", "show", "default.1", on: database)
            #expect(sheet.status == 0 && sheet.output.contains(deep), "\(sheet.error)")
            let json = try await Run.office("jobs", "show", "default.1", "--json", on: database)
            #expect(json.status == 0 && json.output.contains("\"arguments\":{\"deep\": \(deep)}"))
        }
    }

    @Test func aListThatLookedAtAPartSaysSo() async throws {
        try await withDatabase(business: true) { database in
            try await database.store.query(
                """
                select count(*) from jobmachine.offload_many(
                  'a.b', array_fill('{}'::jsonb, array[25000]), 'other', ring => false)
                """)
            let list = try await Run.office("jobs", "list", "--queue", "slow", on: database)
            #expect(list.status == 0 && list.output.isEmpty)
            #expect(list.error.contains("No jobs found among the latest"), "\(list.error)")
            #expect(list.error.contains("There may be more: --after "), "\(list.error)")
        }
    }

    @Test func listsAndSheetsSayTheZone() async throws {
        try await withDatabase(business: true) { database in
            try await offload(1, on: database)
            let environment = ["TZ": "Asia/Kolkata"]
            let list = try await Run.office("jobs", "list", on: database, environment: environment)
            #expect(list.output.contains(#/ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+05:30\n/#), "\(list.output)")
            let sheet = try await Run.office(
                "jobs", "show", "default.1", on: database, environment: environment)
            #expect(sheet.output.contains(#/offloaded +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+05:30\n/#))
        }
    }

    private func offload(_ count: Int, on database: TestDatabase) async throws {
        for _ in 0..<count {
            _ = try await Run.office("offload", "greet", "--args", #"{"whom": "Ada"}"#, on: database)
        }
    }

    private func tickets(_ filter: [String], on database: TestDatabase) async throws -> [String] {
        let run = try await Run(["jobs", "list", "--json"] + filter, by: "office", on: database)
        let jobs = try #require(try run.json() as? [[String: Any]])
        return jobs.compactMap { $0["ticket"] as? String }
    }
}
