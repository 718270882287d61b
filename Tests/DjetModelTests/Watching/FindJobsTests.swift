import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct FindJobsTests {
    /// All pages of a search, one after the other.
    private func all(_ search: JobSearch, by limit: Int = 50, in model: Model) async throws -> [Int64] {
        var ids: [Int64] = []
        var cursor: JobCursor?
        repeat {
            let page = try await model.findJobs(search, after: cursor, limit: limit)
            #expect(page.jobs.count <= limit)
            ids += page.jobs.map(\.id)
            // By way of its text, as it travels in an address.
            cursor = try page.next.map { try #require(JobCursor("\($0)")) }
        } while cursor != nil
        return ids
    }

    @Test func everyFilterFindsWhatALookAtAllRowsFinds() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(4_000, in: database)
            let model = database.model()
            #expect(try await all(JobSearch(), by: 333, in: model) == history.ids { _ in true })
            #expect(try await all(JobSearch(queue: "slow"), in: model) == history.ids { $0.queue == "slow" })
            #expect(
                try await all(JobSearch(kind: "test.rare"), in: model)
                    == history.ids { $0.kind == "test.rare" })
            #expect(
                try await all(JobSearch(status: .error), by: 7, in: model)
                    == history.ids { $0.status == .error })
            #expect(try await all(JobSearch(worker: 2), in: model) == history.ids { $0.worker == 2 })
            #expect(try await all(JobSearch(user: "ada"), in: model) == history.ids { $0.user == "ada" })
            #expect(
                try await all(JobSearch(user: "bob"), by: 1, in: model) == history.ids { $0.user == "bob" })
            #expect(try await all(JobSearch(kind: "nothing"), in: model) == [])
        }
    }

    @Test func filtersTogetherFindWhatALookAtAllRowsFinds() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(4_000, in: database)
            let model = database.model()
            let noon = history.jobs[1_000].finishedAt
            let eve = history.jobs[300].finishedAt
            let expectations: [(JobSearch, [Int64])] = [
                (
                    JobSearch(queue: "default", status: .error),
                    history.ids { $0.queue == "default" && $0.status == .error }
                ),
                (
                    JobSearch(kind: "test.kind-1", worker: 3),
                    history.ids { $0.kind == "test.kind-1" && $0.worker == 3 }
                ),
                (
                    JobSearch(kind: "test.rare", worker: 1, user: "ada"),
                    history.ids { $0.kind == "test.rare" && $0.worker == 1 && $0.user == "ada" }
                ),
                (
                    JobSearch(since: noon, until: eve),
                    history.ids { $0.finishedAt >= noon && $0.finishedAt < eve }
                ),
                (
                    JobSearch(status: .cancelled, since: noon, until: eve),
                    history.ids { $0.status == .cancelled && $0.finishedAt >= noon && $0.finishedAt < eve }
                ),
                (
                    JobSearch(queue: "default", user: "ada", until: eve),
                    history.ids { $0.queue == "default" && $0.user == "ada" && $0.finishedAt < eve }
                ),
            ]
            for (search, ids) in expectations {
                #expect(try await all(search, by: 20, in: model) == ids, "\(search)")
                #expect(!ids.isEmpty || search.kind == "test.rare")
            }
        }
    }

    @Test func aTextInTheArgumentsIsFoundInUpperAndLowerCase() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(4_000, in: database)
            let model = database.model()
            #expect(try await all(JobSearch(words: "STRASSE 17"), in: model) == [])
            let ids = history.ids { "straße \($0.id)".contains("straße 17") }
            #expect(try await all(JobSearch(words: "STRAße 17"), in: model) == ids)
            let rare = history.ids { $0.kind == "test.rare" && "\($0.id)".contains("50") }
            #expect(try await all(JobSearch(kind: "test.rare", words: "50"), in: model) == rare)
            #expect(try await all(JobSearch(words: #"%' or true --"#), in: model) == [])
            #expect(!rare.isEmpty)
        }
    }

    @Test func whatRunsComesFirstThenTheLineThenWhatHasEnded() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<6).map { Twice(number: $0) })
            let ids = tickets.map(\.id.number)
            try await database.enterWorker(1)
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 3, floors: []))
            try await database.store.query(
                model.queue.reply(worker: 1, ids: [ids[0]], attempts: [1], replies: ["0"]))
            let order = [ids[2], ids[1], ids[5], ids[4], ids[3], ids[0]]
            #expect(try await all(JobSearch(), in: model) == order)
            #expect(try await all(JobSearch(), by: 1, in: model) == order)
            #expect(try await all(JobSearch(status: .processing), by: 1, in: model) == [ids[2], ids[1]])
            #expect(try await all(JobSearch(status: .entered), in: model) == [ids[5], ids[4], ids[3]])
            #expect(try await all(JobSearch(worker: 1), in: model) == [ids[2], ids[1], ids[0]])
            #expect(try await all(JobSearch(words: #""number": 4"#), in: model) == [ids[4]])
        }
    }

    @Test func aSearchForATextSaysHowFarItGotAndGoesOnFromThere() async throws {
        try await withDatabase { database in
            _ = try await FilledHistory(4_000, in: database)
            let model = database.model()
            let search = JobSearch(words: "straße 1")
            let rows = try await database.store.query(
                model.queue.findEnded(search, before: nil, number: -1, amount: 3_000, patience: .zero))
            #expect(try rows[0].value("is_whole", as: Bool.self) == false)
            let looked: Int = try rows[0].value("looked")
            #expect((0...1_000).contains(looked))
            let backTo: Date = try rows[0].value("back_to")
            let number: Int64 = try rows[0].value("back_to_id")
            let rest = try await database.store.query(
                model.queue.findEnded(
                    search, before: backTo, number: number, amount: 5_000, patience: .seconds(60)))
            #expect(try rest[0].value("looked", as: Int.self) == 4_000 - looked)
            #expect(try rest[0].value("is_whole", as: Bool.self))
        }
    }

    @Test func aSearchForATextLooksThroughAThousandLiveJobsAtATime() async throws {
        try await withDatabase { database in
            let model = database.model()
            _ = try await model.offload((0..<1_200).map { Twice(number: $0) })
            let page = try await model.findJobs(JobSearch(words: #""number": 7}"#))
            #expect(page.jobs.isEmpty && page.isCutShort)
            #expect(page.looked == 1_000)
            let rest = try await model.findJobs(JobSearch(words: #""number": 7}"#), after: page.next)
            #expect(rest.jobs.count == 1)
        }
    }

    @Test func aCursorThatIsNoneIsRefused() {
        for text in ["", "x", "e", "e_1", "e_1_", "r", "r_1_2", "e_1_2_3", "e_'_1"] {
            #expect(JobCursor(text) == nil, "\(text)")
        }
        for text in ["r_", "r_12", "l_7", "e_1795262400000250_12", "e__-1"] {
            #expect(JobCursor(text)?.description == text)
        }
    }
}
