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

    @Test func aNameThatCannotBeAQueueIsRefused() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office("queues", "pause", "Not A Queue", on: database)
            #expect(run.status != 0)
            #expect(run.error.contains("is not a queue's name"))
            #expect(run.output.isEmpty)
        }
    }
}
