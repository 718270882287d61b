import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct OffloadCommandTests {
    private let ada = #"{"whom": "Ada"}"#

    @Test func itPrintsTheTicket() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office("offload", "greet", "--args", ada, on: database)
            #expect(run.output == "default.1\n")
            let json = try await Run.office(
                "offload", "greet", "--args", ada, "--queue", "slow", "--json", on: database)
            #expect(json.output == "{\"ticket\":\"slow.2\"}\n")
        }
    }

    @Test func whoLeavesAtOnceLosesNoRing() async throws {
        try await withDatabase(business: true) { database in
            for number in 1...10 {
                let run = try await Run.office("offload", "greet", "--args", ada, on: database)
                #expect(run.output == "default.\(number)\n")
                #expect(!run.error.contains("ring was lost"), "\(run.error)")
            }
        }
    }

    @Test func aUniqueJobIsOffloadedOnce() async throws {
        try await withDatabase(business: true) { database in
            func offload(_ whom: String, _ flags: String...) async throws -> Run {
                try await Run(
                    ["offload", "greet", "--args", "{\"whom\": \"\(whom)\"}"] + flags, by: "office",
                    on: database)
            }
            let new = try await offload("Ada", "--unique", "live")
            #expect(new.output == "default.1\n" && !new.error.contains("already"), "\(new.error)")
            let old = try await offload("Ada", "--unique", "live")
            #expect(old.output == "default.1\n" && old.error.contains("default.1 was there already\n"))
            let key = ["--unique", "1h", "--key", "k"]
            let first = try await offload("Bob", key[0], key[1], key[2], key[3]).output
            let same = try await offload("Eve", key[0], key[1], key[2], key[3], "--otherwise", "replace")
            #expect(same.output == first)
            let shown = try await Run.office("jobs", "show", String(first.dropLast()), on: database)
            #expect(shown.output.contains("Eve"))
            #expect(shown.output.contains("within 3600 s, by the key k"), "\(shown.output)")
            let refused = try await offload("Ada", "--unique", "live", "--otherwise", "refuse")
            #expect(
                refused.error
                    == "Error: the job default.1 does the same already: wait for it, or cancel it first\n")
            #expect(refused.status == 1)
        }
    }

    @Test func whoWaitsReadsTheTicketOnce() async throws {
        try await withDatabase(business: true) { database in
            try await withWork(on: database) {
                for line in ["default.1", "default.1 was there already"] {
                    let flags = ["--args", ada, "--unique", "1h", "--wait"]
                    let run = try await Run(["offload", "greet"] + flags, by: "office", on: database)
                    #expect(run.output.contains("Hello, Ada"), "\(run.error)")
                    let lines = run.error.split(separator: "\n").filter { $0.hasPrefix("default.") }
                    #expect(lines == [line[...]], "\(run.error)")
                }
            }
        }
    }

    @Test func aJobRunsOnBehalfOfATenant() async throws {
        try await withDatabase(business: true) { database in
            let offload = try await Run.office(
                "offload", "greet", "--args", ada, "--tenant", "acme", on: database)
            #expect(offload.output == "default.1\n", "\(offload.error)")
            _ = try await Run.office("offload", "greet", "--args", ada, on: database)
            let shown = try await Run.office("jobs", "show", "default.1", on: database).output
            #expect(shown.contains("tenant      acme\n"), "\(shown)")
            let list = try await Run.office("jobs", "list", "--tenant", "acme", "--json", on: database)
            let jobs = try #require(try list.json() as? [[String: Any]])
            #expect(jobs.map { $0["ticket"] as? String } == ["default.1"])
            #expect(jobs.first?["tenant"] as? String == "acme")
        }
    }

    @Test func whatIsSaidOfAJobIsShown() async throws {
        try await withDatabase(business: true) { database in
            let offload = try await Run.office(
                "offload", "greet", "--args", ada, "--expires", "2h", "--timeout", "90s", "--attempts", "2",
                "--tag", "spring", "--tag", "mail", "--note", "for Ada", on: database)
            #expect(offload.output == "default.1\n", "\(offload.error)")
            let shown = try await Run.office("jobs", "show", "default.1", on: database).output
            for line in [
                "tags        spring, mail", "note        for Ada", "timeout     1 min 30 s", "expires     20",
            ] {
                #expect(shown.contains(line), "\(shown)")
            }
            #expect(shown.contains("attempts    0 of 2"), "\(shown)")
            _ = try await Run.office("offload", "greet", "--args", ada, on: database)
            let list = try await Run.office("jobs", "list", "--tag", "spring", on: database)
            #expect(list.output.contains("default.1") && !list.output.contains("default.2"))
        }
    }

    @Test(arguments: [
        (["--expires", "soon"], "“soon” is neither a span"),
        (["--expires", "2020-01-01"], "has gone by already"), (["--timeout", "5"], "“5” is not a span"),
        (["--attempts", "0"], "--attempts must be at least 1 (got 0)"),
        (["--key", "k"], "--key needs --unique"), (["--otherwise", "keep"], "--otherwise needs --unique"),
        (["--unique", "1y"], "--unique must be waiting, live, or a time"),
        (["--unique", "0s"], "--unique must be waiting, live, or a time"),
        (["--unique", "live", "--key", ""], "--key must have 1 to 200 characters (got 0)"),
        (
            ["--unique", "live", "--otherwise", "drop"],
            "--otherwise must be keep, replace or refuse (got “drop”)"
        ),
    ])
    func flagsOfUniqueJobsAreChecked(_ flags: [String], _ words: String) async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run(
                ["offload", "greet", "--args", ada] + flags, by: "office", on: database)
            #expect(run.error.contains(words), "\(run.error)")
            #expect(run.status == 64)
        }
    }

    @Test func itWaitsForAWorkerElsewhere() async throws {
        try await withDatabase(business: true) { database in
            try await withWork(on: database) {
                let run = try await Run.office("offload", "greet", "--args", ada, "--wait", on: database)
                #expect(run.output == "Hello, Ada\n")
                #expect(run.error.hasPrefix("default.1\n"))
                #expect(run.status == 0)
            }
        }
    }

    @Test func aQueueThatNobodyServesIsPointedOut() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office(
                "offload", "greet", "--args", ada, "--queue", "nowork", on: database)
            #expect(run.output == "nowork.1\n" && run.status == 0)
            #expect(run.error.hasPrefix("No worker claims from nowork at the moment."))
            try await withWork("--queues", "nowork", on: database) {
                let wait = try await Run.office("jobs", "wait", "nowork.1", on: database)
                #expect(wait.output == "Hello, Ada\n", "\(wait.error)")
                let served = try await Run.office(
                    "offload", "greet", "--args", ada, "--queue", "nowork", on: database)
                #expect(served.error.isEmpty)
            }
        }
    }

    @Test func aMemberOfTheRoleThatOffloadsDoesSoAndAwaits() async throws {
        try await withDatabase(business: true) { database in
            try await withWork(on: database) {
                try await database.signedIn(as: "djet_offload") { weak in
                    let run = try await Run.office("offload", "greet", "--args", ada, "--wait", on: weak)
                    #expect(run.output == "Hello, Ada\n", "\(run.error)")
                    #expect(run.error == "default.1\n")
                    let wait = try await Run.office("jobs", "wait", "default.1", on: weak)
                    #expect(wait.output == "Hello, Ada\n", "\(wait.error)")
                    let time = "2126-11-21T20:15:00Z"
                    _ = try await Run.office("offload", "greet", "--args", ada, "--run-at", time, on: weak)
                    let cancel = try await Run.office("jobs", "cancel", "default.2", on: weak)
                    #expect(cancel.output == "default.2 is cancelled.\n", "\(cancel.error)")
                }
            }
        }
    }

    @Test func aJobThatFailsPrintsItsError() async throws {
        try await withDatabase(business: true) { database in
            try await withWork(on: database) {
                let run = try await Run.office("offload", "refuse", "--wait", on: database)
                #expect(run.error.hasSuffix("\nError: order 7 has not shipped\n"))
                #expect(run.status == 1)
            }
        }
    }

    @Test func aJobThatIsCancelledHasAStatusOfItsOwn() async throws {
        try await withDatabase(business: true) { database in
            async let waiting = Run.office("offload", "greet", "--args", ada, "--wait", on: database)
            let model = database.model()
            try await database.wait(on: "jobmachine.default") { try await !model.findJobs().jobs.isEmpty }
            let cancel = try await Run.office("jobs", "cancel", "default.1", on: database)
            #expect(cancel.status == 0)
            let run = try await waiting
            let doubt =
                "No worker claims from default at the moment. Start one: office work --queues default"
            #expect(run.error == "default.1\n\(doubt)\nError: the job default.1 was cancelled\n")
            #expect(run.status == 2)
        }
    }

    @Test func aJobCanWaitForItsTimeAndForOthers() async throws {
        try await withDatabase(business: true) { database in
            let time = "2126-11-21T20:15:00Z"
            _ = try await Run.office("offload", "greet", "--args", ada, "--run-at", time, on: database)
            _ = try await Run.office("offload", "greet", "--args", ada, "--after", "default.1", on: database)
            let statuses = try await database.model().findJobs().jobs.map(\.status)
            #expect(statuses == [.waiting, .scheduled])
            let list = try await Run.office("jobs", "list", "--status", "waiting", on: database)
            #expect(list.output.contains("waits for a job\n"))
            let other = try await Run.office(
                "offload", "greet", "--args", ada, "--after", "slow.1", on: database)
            #expect(other.status == 3 && other.error.hasPrefix("Error: there is no job slow.1"))
            _ = try await Run.office(
                "offload", "greet", "--args", ada, "--after-end", "default.1", on: database)
            _ = try await Run.office("jobs", "cancel", "default.1", on: database)
            let ended = try await database.model().findJobs().jobs.map(\.status)
            #expect(ended == [.entered, .error, .cancelled], "the last one waited for any end")
        }
    }

    @Test func aTimeWithoutAZoneIsTheTerminals() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office(
                "offload", "greet", "--args", ada, "--run-at", "2126-11-21 20:15", on: database,
                environment: ["TZ": "Asia/Kolkata"])
            #expect(run.status == 0, "\(run.error)")
            let time = try await database.store.first(
                "select run_at = '2126-11-21 14:45+00' from jobmachine.job", as: Bool.self)
            #expect(time == true)
        }
    }

    @Test func theFileOfAJobThatIsCancelledGoes() async throws {
        let scratch = try Scratch()
        let orders = try scratch.write("a", to: "orders.csv")
        try await withDatabase(business: true) { database in
            let run = try await Run(
                ["offload", "sales.import-orders", "--file", "file=\(orders)"], on: database)
            #expect(run.output == "default.1\n", "\(run.error)")
            _ = try await Run(["jobs", "cancel", "default.1"], on: database)
            let left = try await database.store.first("select count(*) from jobmachine.file", as: Int.self)
            #expect(left == 0)
            let retry = try await Run(["jobs", "retry", "default.1"], on: database)
            #expect(retry.status == 1 && retry.output.isEmpty)
            let sentence = "default.1 cannot be retried: its file orders.csv is no longer stored"
            #expect(retry.error.hasPrefix("Error: \(sentence)"))
        }
    }

    @Test func theFilesOfAnAnswerAreSaved() async throws {
        let scratch = try Scratch()
        try await withDatabase(business: true) { database in
            try await withWork(on: database) {
                let run = try await Run.office(
                    "offload", "write-letter", "--wait", "--save", scratch.path, on: database)
                #expect(run.status == 0)
                #expect(try scratch.text(of: "letter.txt") == "Dear Ada\n")
            }
        }
    }
}
