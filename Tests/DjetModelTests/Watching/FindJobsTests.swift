import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct FindJobsTests {
    @Test func everyFilterFindsWhatALookAtAllRowsFinds() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(4_000, in: database)
            let model = database.model()
            #expect(try await model.everyJob(JobSearch(), by: 333) == history.ids { _ in true })
            #expect(try await model.everyJob(JobSearch(queue: "slow")) == history.ids { $0.queue == "slow" })
            #expect(
                try await model.everyJob(JobSearch(kind: "test.rare"))
                    == history.ids { $0.kind == "test.rare" })
            #expect(
                try await model.everyJob(JobSearch(status: .error), by: 7)
                    == history.ids { $0.status == .error })
            #expect(try await model.everyJob(JobSearch(worker: 2)) == history.ids { $0.worker == 2 })
            #expect(try await model.everyJob(JobSearch(user: "ada")) == history.ids { $0.user == "ada" })
            #expect(
                try await model.everyJob(JobSearch(user: "bob"), by: 1) == history.ids { $0.user == "bob" })
            #expect(try await model.everyJob(JobSearch(kind: "nothing")) == [])
        }
    }

    @Test func aGroupIsSearchedByWhateverElseIsAskedFor() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(4_000, in: database)
            let model = database.model()
            try await database.store.query(
                """
                update jobmachine.history set environment = environment || '{"group": 7}' where id % 3 = 0
                """)
            #expect(try await model.everyJob(JobSearch(group: GroupID(7))) == history.ids { $0.id % 3 == 0 })
            #expect(
                try await model.everyJob(JobSearch(user: "ada", group: GroupID(7)))
                    == history.ids { $0.id % 3 == 0 && $0.user == "ada" })
            #expect(
                try await model.everyJob(JobSearch(status: .error, group: GroupID(7)), by: 7)
                    == history.ids { $0.id % 3 == 0 && $0.status == .error })
        }
    }

    @Test func aSearchForWordsLooksAtABoundedNumberOfBytes() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let needle = try await model.offload(Echo(text: "needle"))
            // 300 MB in all, which compress to almost nothing.
            for _ in 0..<30 {
                try await database.store.query(
                    """
                    select jobmachine.offload('test.echo', jsonb_build_object('text', repeat('a', 10000000)))
                    """)
            }
            let clock = ContinuousClock()
            let began = clock.now
            var page = try await model.findJobs(JobSearch(text: "needle"))
            #expect(began.duration(to: clock.now) < TimeLimit.seconds(20))
            #expect(page.isCutShort && page.looked < 30)
            var found = page.jobs.map(\.id)
            while let next = page.next {
                page = try await model.findJobs(JobSearch(text: "needle"), after: next)
                found += page.jobs.map(\.id)
            }
            #expect(found == [needle.id.number], "it goes on from where it stopped")
        }
    }

    @Test func aSearchForWordsCountsWhatCompressedArgumentsAre() async throws {
        try await withDatabase { database in
            // 1.5 MB each, of which 17 kB are stored.
            try await database.store.query(
                """
                select jobmachine.offload('test.echo', jsonb_build_object('text', repeat('a', 1500000)))
                from generate_series(1, 40)
                """)
            let page = try await database.model().findJobs(JobSearch(text: "needle"))
            #expect(page.isCutShort && (1...10).contains(page.looked))
        }
    }

    @Test func aSearchIsForSoManyCharactersAtTheMost() async throws {
        try await withDatabase { database in
            for (amount, isTaken) in [(200, true), (201, false)] {
                let filter: Statement = """
                    select count(*) from jobmachine.live_keys(
                      jsonb_build_object('words', repeat('é', \(amount)::integer)))
                    """
                if isTaken {
                    try await database.store.query(filter)
                } else {
                    let error = await #expect(throws: StoreError.self) {
                        try await database.store.query(filter)
                    }
                    #expect(error?.sqlState?.rawValue == "DJ400")
                    #expect(error?.message == "a search must have at most 200 characters (got 201)")
                }
            }
        }
    }

    @Test func aSearchForWordsAmongEndedJobsGoesOnWhereItStopped() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(200, in: database)
            let model = database.model()
            let needle = try #require(history.jobs.last { $0.user == "ada" }).id
            try await database.store.query(
                """
                update jobmachine.history set arguments = jsonb_build_object('text', case
                  when id = \(needle) then 'needle' else repeat('a', 1500000) end)
                """)
            let searches = [
                JobSearch(text: "needle"), JobSearch(user: "ada", text: "needle"),
                JobSearch(queue: "default", text: "needle"), JobSearch(queue: "slow", text: "needle"),
            ]
            #expect(try await model.findJobs(searches[0]).isCutShort)
            var all: [[Int64]] = []
            for search in searches {
                var page = try await model.findJobs(search)
                var found = page.jobs.map(\.id)
                while let next = page.next {
                    page = try await model.findJobs(search, after: next)
                    found += page.jobs.map(\.id)
                }
                all.append(found)
            }
            let isDefault = history.jobs.first { $0.id == needle }?.queue == "default"
            #expect(all == [[needle], [needle], isDefault ? [needle] : [], isDefault ? [] : [needle]])
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
                #expect(try await model.everyJob(search, by: 20) == ids, "\(search)")
                #expect(!ids.isEmpty || search.kind == "test.rare")
            }
        }
    }

    @Test func aTextInTheArgumentsIsFoundInUpperAndLowerCase() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(4_000, in: database)
            let model = database.model()
            #expect(try await model.everyJob(JobSearch(text: "STRASSE 17")) == [])
            let ids = history.ids { "straße \($0.id)".contains("straße 17") }
            #expect(try await model.everyJob(JobSearch(text: "STRAße 17")) == ids)
            let rare = history.ids { $0.kind == "test.rare" && "\($0.id)".contains("50") }
            #expect(try await model.everyJob(JobSearch(kind: "test.rare", text: "50")) == rare)
            #expect(try await model.everyJob(JobSearch(text: #"%' or true --"#)) == [])
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
            #expect(try await model.everyJob(JobSearch()) == order)
            #expect(try await model.everyJob(JobSearch(), by: 1) == order)
            #expect(try await model.everyJob(JobSearch(status: .processing), by: 1) == [ids[2], ids[1]])
            #expect(try await model.everyJob(JobSearch(status: .entered)) == [ids[5], ids[4], ids[3]])
            #expect(try await model.everyJob(JobSearch(worker: 1)) == [ids[2], ids[1], ids[0]])
            #expect(try await model.everyJob(JobSearch(text: #""number": 4"#)) == [ids[4]])
        }
    }

    @Test func aSearchForATextSaysHowFarItGotAndGoesOnFromThere() async throws {
        try await withDatabase { database in
            _ = try await FilledHistory(4_000, in: database)
            let model = database.model()
            let search = JobSearch(text: "straße 1")
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
            let page = try await model.findJobs(JobSearch(text: #""number": 7}"#))
            #expect(page.jobs.isEmpty && page.isCutShort)
            #expect(page.looked == 1_000)
            let rest = try await model.findJobs(JobSearch(text: #""number": 7}"#), after: page.next)
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
