import DjetModel
import DjetTestSupport
import Testing

@Suite struct QueuesCommandTests {
    @Test func aQueueIsPausedListedAndResumed() async throws {
        try await withDatabase(business: true) { database in
            _ = try await Run.office("offload", "greet", "--args", #"{"whom": "Ada"}"#, on: database)
            let pause = try await Run.office("queues", "pause", "default", on: database)
            #expect(pause.output == "default is paused.\n")
            let list = try await Run.office("queues", "list", on: database)
            let lines = list.output.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines[0].hasPrefix("QUEUE"))
            #expect(lines[1].contains(#/^default +0 +1 +0 +0 +0 +0 +0 +0  paused since /#))
            let again = try await Run.office("queues", "pause", "default", on: database)
            #expect(again.output == "default was paused already.\n")
            let resume = try await Run.office("queues", "resume", "default", on: database)
            #expect(resume.output == "default is resumed.\n")
            let open = try await Run.office("queues", "list", on: database)
            #expect(open.output.hasSuffix(" 0  open\n"), "\(open.output)")
            let json = try await Run.office("queues", "list", "--json", on: database)
            let queues = try #require(try json.json() as? [[String: Any]])
            #expect(queues.first?["name"] as? String == "default")
            #expect(queues.first?["jobs"] as? [String: Int] == ["entered": 1])
        }
    }

    @Test func aQueueThatNobodyUsesIsPausedWithADoubt() async throws {
        try await withDatabase(business: true) { database in
            let doubt = "It has no jobs yet, and no worker claims from it: check the name."
            let pause = try await Run.office("queues", "pause", "slwo", on: database)
            #expect(pause.output == "slwo is paused. \(doubt)\n", "\(pause.error)")
            let resume = try await Run.office("queues", "resume", "slwo", on: database)
            #expect(resume.output == "slwo is resumed. \(doubt)\n", "\(resume.error)")
            let other = try await Run.office("queues", "resume", "nope", on: database)
            #expect(other.output == "nope was not paused. \(doubt)\n", "\(other.error)")
        }
    }

    @Test func aQueueIsLimitedListedAndFreed() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.offload(Echo(text: "a"), on: "gl")
            let words = "3 at once, 10/s, by customer: 1 at once, 2/s"
            let limit = try await Run.office(
                "queues", "limit", "gl", "--running", "3", "--per", "customer", "1", "--rate", "10/s",
                "--per-rate",
                "customer", "2/s", on: database)
            #expect(limit.output == "gl is limited: \(words).\n", "\(limit.error)")
            let list = try await Run.office("queues", "list", on: database)
            #expect(list.output.hasSuffix("open   \(words) (0 running)\n"), "\(list.output)")
            let json = try await Run.office("queues", "list", "--json", on: database)
            let queues = try #require(try json.json() as? [[String: Any]])
            let said = try #require(queues.first?["limit"] as? [String: Any])
            #expect(said["rate"] as? String == "10/s" && said["runningPerKey"] as? Int == 1)
            let fair = try await Run.office("queues", "limit", "gl", "--fair", "tenant", on: database)
            #expect(fair.output == "gl is limited: by tenant.\n", "\(fair.error)")
            let none = try await Run.office("queues", "limit", "gl", "--none", on: database)
            #expect(none.output == "gl has no limits.\n", "\(none.error)")
        }
    }

    @Test func programsGetWhatWasChangedAsJSON() async throws {
        try await withDatabase(business: true) { database in
            let limit = try await Run.office(
                "queues", "limit", "gl", "--rate", "10/s", "--json", on: database)
            #expect(limit.output == #"{"limit":{"rate":"10/s"},"queue":"gl"}"# + "\n", "\(limit.error)")
            #expect(limit.error == "It has no jobs yet, and no worker claims from it: check the name.\n")
            let pause = try await Run.office("queues", "pause", "gl", "--json", on: database)
            #expect(pause.output == #"{"isChanged":true,"isPaused":true,"queue":"gl"}"# + "\n")
            let resume = try await Run.office("queues", "resume", "gl", "--json", on: database)
            #expect(resume.output == #"{"isChanged":true,"isPaused":false,"queue":"gl"}"# + "\n")
        }
    }

    @Test(arguments: [
        ([], "no limit is named"), (["--none", "--running", "1"], "--none goes with no limit"),
        (["--running", "0"], "--running must be a number from 1"),
        (["--rate", "10"], "--rate must be a number per s"),
        (["--per", "customer"], "--per takes an argument's name and a value"),
        (["--per", "customer", "x"], "--per must be a number"),
        (["--per", "customer", "1", "--fair", "tenant"], "must name the same argument"),
    ])
    func aLimitThatIsNoneIsRefused(flags: [String], words: String) async throws {
        try await withDatabase(migrated: false) { database in
            let run = try await Run(["queues", "limit", "gl"] + flags, by: "office", on: database)
            #expect(run.status == 64 && run.output.isEmpty)
            #expect(run.error.contains(words), "\(run.error)")
        }
    }

    @Test func aNameThatCannotBeAQueueIsRefused() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office("queues", "pause", "Not A Queue", on: database)
            #expect(run.status != 0)
            #expect(run.error.contains("is not a queue's name"))
            #expect(run.output.isEmpty)
        }
    }
}
