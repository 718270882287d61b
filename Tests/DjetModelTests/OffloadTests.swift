import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct OffloadTests {
    @Test func aTicketsNameIsReadAsItIsWritten() throws {
        let id = try #require(TicketID("gl.accounting.42"))
        #expect(id.queue == "gl.accounting" && id.number == 42)
        #expect("\(id)" == "gl.accounting.42")
        #expect(TicketID("slow") == nil)
        #expect(TicketID("slow.") == nil)
        #expect(TicketID(".4") == nil)
        #expect(TicketID("slow.x") == nil)
    }

    @Test func manyAreOffloadedInOneStatementInTheirOrder() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let model = database.model(testFunctions)
            let tickets = try await model.offload((0..<200).map { Twice(number: $0) })
            #expect(tickets.count == 200)
            #expect(try await database.calls(like: "%offload_many%") == 1)
            let statement = model.queue.status(tickets.map(\.id.number))
            let jobs = try await database.store.rows(statement, as: JobDetails.self).sorted { $0.id < $1.id }
            #expect(jobs.map(\.ticket) == tickets.map(\.id))
            #expect(jobs.map(\.arguments) == (0..<200).map { "{\"number\": \($0)}" })
        }
    }

    @Test func hundredsGoInBatchesAndTogether() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            for count in [250, 251, 500, 999] {
                let tickets = try await model.offload(
                    (0..<count).map { Twice(number: $0) }, on: "of-\(count)")
                #expect(tickets.count == count)
                let statement = model.queue.status(tickets.map(\.id.number))
                let jobs = try await database.store.rows(statement, as: JobDetails.self).sorted {
                    $0.id < $1.id
                }
                #expect(jobs.map(\.ticket) == tickets.map(\.id))
                #expect(jobs.map(\.arguments) == (0..<count).map { "{\"number\": \($0)}" })
            }
            let transactions = try await database.store.first(
                "select count(distinct xmin::text) from jobmachine.job", as: Int.self)
            #expect(transactions == 4)
        }
    }

    @Test func veryManyAreCopiedInTheirOrder() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let model = database.model(testFunctions).acting(as: #"back\slash"#, locale: "da-DK")
            let calls = model.store.listener.rings(on: ["jobmachine.default"])
            let tickets = try await model.offload((0..<2200).map { Twice(number: $0) }, priority: 7)
            #expect(try await database.calls(like: "copy%") == 1)
            let statement = model.queue.status(tickets.map(\.id.number))
            let jobs = try await database.store.rows(statement, as: JobDetails.self).sorted { $0.id < $1.id }
            #expect(jobs.map(\.ticket) == tickets.map(\.id))
            #expect(jobs.map(\.arguments) == (0..<2200).map { "{\"number\": \($0)}" })
            #expect(jobs.allSatisfy { $0.priority == 7 && $0.status == .entered && $0.kind == Twice.name })
            let strangers = try await database.store.first(
                "select count(*) from jobmachine.job where environment ->> 'user' <> \(model.user)",
                as: Int.self)
            #expect(strangers == 0)
            var rings = calls.makeAsyncIterator()
            #expect(await rings.next() != nil)
        }
    }

    @Test func whatIsCopiedForLaterIsScheduled() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            // The server's clock decides what is due. Both sides keep a whole second exactly.
            let time = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded() + 86_400)
            let tickets = try await model.offload((0..<2000).map { Twice(number: $0) }, runAt: time)
            let job = try await tickets[1999].job
            #expect(job.status == .scheduled)
            #expect(job.runAt == time)
        }
    }

    @Test func ofManyThatAreRefusedNoneIsThere() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            for queue in ["No Queue", "tab\there", "back\\slash"] {
                await #expect(throws: ModelError.self) {
                    try await model.offload((0..<2000).map { Twice(number: $0) }, on: queue)
                }
            }
            let texts = (0..<2000).map { Echo(text: "a\\b\t\n\($0)") } + [Echo(text: "\0")]
            await #expect(throws: (any Error).self) { try await model.offload(texts) }
            let count = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
            #expect(count == 0)
            _ = try await model.offload(Array(texts.dropLast()))
            let stored = try await database.store.rows(
                "select arguments ->> 'text' from jobmachine.job order by id", as: String.self)
            #expect(stored == texts.dropLast().map(\.text))
        }
    }

    @Test func manyCopiedInATransactionAreItsOwn() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            struct Undone: Error {}
            await #expect(throws: Undone.self) {
                try await model.transaction { model in
                    _ = try await model.offload((0..<2000).map { Twice(number: $0) })
                    throw Undone()
                }
            }
            let count = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
            #expect(count == 0)
        }
    }

    @Test func whatTravelsWithAJobIsStored() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).acting(as: "ada", locale: "da-DK")
            let job = try await model.offload(Echo(text: "a"), on: "slow", priority: 2).job
            #expect(job.environment == #"{"user": "ada", "locale": "da-DK"}"#)
            #expect(job.queue == "slow" && job.priority == 2 && job.kind == "test.echo")
        }
    }

    @Test func whatTheQueueCannotTakeIsRefusedInWords() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            for queue in ["", "Slow", "slow.42", "a b", String(repeating: "a", count: 31)] {
                let error = await #expect(throws: ModelError.self) {
                    try await model.offload(Echo(text: "a"), on: queue)
                }
                #expect("\(error.map { "\($0)" } ?? "")".contains("is not a queue's name"), "\(queue)")
            }
            await #expect(throws: ModelError.invalid("the priority must be a number from 0 to 9")) {
                try await model.offload(Echo(text: "a"), priority: 10)
            }
            let jobs = try await model.findJobs().jobs
            #expect(jobs.isEmpty)
        }
    }

    @Test func inlineJobsRunAtOnceThroughTheirEncodedForm() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).inline()
            let value = try await model.offload(Twice(number: 21)).value
            #expect(value == 42)
            await #expect(throws: Refuse.TooHeavy(grams: 2_001)) {
                try await model.offload(Refuse(.own)).value
            }
            let many = try await model.results(of: model.offload([Twice(number: 1), Twice(number: 2)]))
            #expect(try many.map { try $0.get() } == [2, 4])
        }
    }

    @Test func aTicketThatDoesNotExistIsUnknown() async throws {
        try await withDatabase { database in
            let model = database.model()
            let id = TicketID(queue: "slow", number: 42)
            await #expect(throws: JobError.unknown(id)) { try await model.job(id) }
            await #expect(throws: JobError.unknown(id)) { try await model.ticket(id, of: Int.self).value }
            await #expect(throws: JobError.unknown(id)) { try await model.cancel(id) }
        }
    }
}
