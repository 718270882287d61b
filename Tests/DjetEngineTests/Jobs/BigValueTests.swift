import DjetEngine
import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A value of 30 MB stays in the database, which cuts it.
@Suite(.serialized) struct BigValueTests {
    /// The limit of what PostgreSQL takes to unpack the values, as a multiple of the time without them.
    static let unpacking = 200
    /// The length in bytes as JSON text.
    static let size = 30_000_000

    /// Gives an ended job big values of each kind, as the schema's owner.
    static func fatten(_ ticket: TicketID, in database: TestDatabase) async throws {
        try await database.store.query(
            """
            update jobmachine.history set
              arguments = jsonb_build_object('text', 'begin' || repeat('a', \(size)::integer)),
              reply = to_jsonb('begin' || repeat('b', \(size)::integer)),
              error = jsonb_build_object('type', 'test', 'message', 'begin' || repeat('c', \(size)::integer))
            where id = \(ticket.number)
            """)
    }

    @Test func theJobPageShowsTheBeginningAndALinkToTheWhole() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let small = try await jobs.model.offload(Echo(text: "a"))
                let ticket = try await jobs.model.offload(Echo(text: "a"))
                _ = try await (small.value, ticket.value)
                try await Self.fatten(ticket.id, in: jobs.database)
                let (path, usual) = ("/jobs/\(ticket)", "/jobs/\(small)")
                let page = try await CostTests.promptly(
                    "the page", path, beside: usual, times: Self.unpacking
                ) { try await jobs.page($0) }
                #expect(page.utf8.count < 400_000, "\(page.utf8.count) bytes")
                for part in ["arguments", "reply", "error"] {
                    #expect(page.contains(#"href="/jobs/\#(ticket)/\#(part)" download"#), "\(part)")
                }
                #expect(!page.contains("<textarea"), "nobody changes what is not all there")
                let json = try await CostTests.promptly(
                    "JSON", path, beside: usual, times: Self.unpacking
                ) { try await jobs.json($0) }
                #expect(json["arguments"]?.text?.utf8.count == 65_536)
                #expect(json["arguments"]?.text?.hasPrefix(#"{"text": "beginaaa"#) == true)
                #expect(json["reply"]?.text?.utf8.count == 65_536)
                let cut = json["cut"]?.children ?? []
                #expect(cut.compactMap { $0["what"]?.text } == ["arguments", "reply", "error"])
                #expect(cut.first?["path"]?.text == "/jobs/\(ticket)/arguments")
                let list = try await CostTests.promptly(
                    "the list", "/jobs", beside: usual, times: Self.unpacking
                ) { try await jobs.page($0) }
                #expect(list.utf8.count < 200_000)
            }
        }
    }

    @Test func twoBigPagesAtOnceKeepNoSmallOneWaiting() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let small = try await jobs.model.offload(Echo(text: "a"))
                let ticket = try await jobs.model.offload(Echo(text: "a"))
                _ = try await (small.value, ticket.value)
                try await Self.fatten(ticket.id, in: jobs.database)
                try await CostTests.promptly("twenty small pages", 2, beside: 0) { others in
                    try await Self.askTwenty("/jobs/\(small)", jobs, beside: others, of: "/jobs/\(ticket)")
                }
            }
        }
    }

    /// Asks for a page twenty times, while others ask for a big one again and again.
    private static func askTwenty(
        _ small: String, _ jobs: JobsSite, beside others: Int, of big: String
    ) async throws {
        let isOver = Guarded(false)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<others {
                group.addTask {
                    while !Task.isCancelled, !isOver.withLock({ $0 }) { _ = try await jobs.page(big) }
                }
            }
            for _ in 1...20 { _ = try await jobs.page(small) }
            isOver.withLock { $0 = true }
            try await group.waitForAll()
        }
    }

    @Test func theWholeIsADownloadForThoseWithTheRight() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let ticket = try await jobs.model.offload(Echo(text: "a"))
                _ = try await ticket.value
                try await Self.fatten(ticket.id, in: jobs.database)
                let whole = try await jobs.admin.get("/jobs/\(ticket)/reply")
                #expect(whole.status == 200)
                #expect(whole["content-type"] == "application/json")
                #expect(whole["content-length"] == "\(Self.size + 7)")
                #expect(
                    whole["content-disposition"]?.contains(#"filename="\#(ticket)-reply.json""#) == true)
                #expect(whole.body.utf8.count == Self.size + 7)
                #expect(whole.body.hasPrefix("\"begin") && whole.body.hasSuffix("bb\""))
                #expect(try await jobs.watchman.get("/jobs/\(ticket)/reply").status == 403)
                #expect(try await jobs.watchman.get("/jobs/\(ticket)/arguments").status == 403)
                #expect(try await jobs.watchman.get("/jobs/\(ticket)/error").status == 200)
                #expect(try await jobs.admin.get("/jobs/\(ticket)/progress").status == 404)
            }
        }
    }

    @Test func aRunningJobsProgressIsCut() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                // No worker serves its queue.
                let small = try await jobs.model.offload(Echo(text: "a"), on: "other")
                let ticket = try await jobs.model.offload(SleepAnHour())
                try await jobs.database.job(of: ticket) { $0.progress != nil }
                try await jobs.database.store.query(
                    """
                    update jobmachine.job set progress = jsonb_build_object(
                      'done', 1, 'of', 2, 'note', 'begin' || repeat('d', \(Self.size)::integer))
                    where id = \(ticket.id.number)
                    """)
                for path in ["/jobs", "/jobs/\(ticket)", "/jobs/workers", "/tickets/\(ticket)"] {
                    let page = try await CostTests.promptly(
                        path, path, beside: "/jobs/\(small)", times: Self.unpacking
                    ) { try await jobs.page($0) }
                    #expect(page.utf8.count < 400_000, "\(path) \(page.utf8.count) bytes")
                }
                let json = try await jobs.json("/jobs/\(ticket)")
                #expect(json["cut"]?.children.compactMap { $0["what"]?.text } == ["progress"])
                #expect(json["progress"]?["done"] == .word("1"))
                let whole = try await jobs.admin.get("/jobs/\(ticket)/progress")
                #expect(whole.status == 200 && whole.body.utf8.count > Self.size)
                try await ticket.cancel()
            }
        }
    }

    @Test func theTicketPageItsStreamAndTheListShowTheBeginning() async throws {
        try await withTickets { tickets in
            try await withWorker(tickets.model) {
                let small = try await tickets.ann.offload(Echo(text: "a"))
                let ticket = try await tickets.ann.offload(Echo(text: "a"))
                _ = try await (small.value, ticket.value)
                try await Self.fatten(ticket.id, in: tickets.database)
                let page = try await CostTests.promptly(
                    "the page", ticket, beside: small, times: Self.unpacking
                ) { try await tickets.ask("ann", "/tickets/\($0)", ["Accept: text/html"]) }
                #expect(page.status == 200 && page.body.utf8.count < 400_000)
                #expect(page.body.contains(#"href="/tickets/\#(ticket)/reply" download"#))
                let events = try await CostTests.promptly(
                    "the stream", ticket, beside: small, times: Self.unpacking
                ) { try await tickets.follow($0.id).all() }
                let reply = try JSONReader.tree(of: try #require(events.last { $0.name == "reply" }).data)
                #expect(reply["reply"]?.text?.utf8.count == 65_536)
                #expect(reply["cut"]?.children.first?["path"]?.text == "/tickets/\(ticket)/reply")
                let list = try await CostTests.promptly(
                    "the list", "/tickets", beside: "/tickets/\(small)", times: Self.unpacking
                ) { try await tickets.ask("ann", $0) }
                #expect(list.status == 200 && list.body.utf8.count < 20_000)
                let whole = try await tickets.ask("ann", "/tickets/\(ticket)/arguments")
                #expect(
                    whole.status == 200
                        && whole.body.utf8.count == Self.size + #"{"text": "begin"}"#.utf8.count)
                #expect(try await tickets.ask("bob", "/tickets/\(ticket)/arguments").status == 404)
            }
        }
    }

    @Test func theFilesOfABigReplyAreStillFound() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let ticket = try await jobs.model.offload(BigFile(size: 2_000, seed: 7))
                let file = try await ticket.value
                try await jobs.database.store.query(
                    """
                    update jobmachine.history set
                      reply = jsonb_build_object(
                        'text', repeat('{"file": 1, "name": "a"', 1000000), 'z', jsonb_build_array(reply))
                    where id = \(ticket.id.number)
                    """)
                let small = try await jobs.model.offload(Echo(text: "a"))
                _ = try await small.value
                let job = try await CostTests.promptly(
                    "the page", "/jobs/\(ticket)", beside: "/jobs/\(small)", times: Self.unpacking
                ) { try await jobs.json($0) }
                #expect(job["files"]?.children.map { $0["file"] } == [.word("\(file.id)")])
                let path = try #require(job["files"]?.children.first?["path"]?.text)
                #expect(try await jobs.admin.get(path).status == 200)
            }
        }
    }

    @Test func aShortValueIsWholeAsBefore() async throws {
        try await withJobs { jobs in
            let text = String(repeating: "å", count: 32_000)
            let ticket = try await jobs.model.offload(Echo(text: text))
            let job = try await jobs.json("/jobs/\(ticket)")
            #expect(job["arguments"]?["text"]?.text == text)
            #expect(job["cut"] == .array([]))
            #expect(try await jobs.page("/jobs/\(ticket)").contains("<textarea"))
        }
    }
}
