import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs that wait for others, for every end of those.
@Suite struct DependencyTests {
    @Test func whatEndedBecauseOfAJobComesBackWithIt() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.offload(Echo(text: "b"), after: [first.id])
            let third = try await model.offload(Echo(text: "c"), after: [second.id])
            try await first.cancel()
            #expect(try await second.status == .error)
            let lost = try await third.job
            #expect(lost.status == .error && lost.error?.type == "dependency")
            #expect(try await model.retry(first.id) == .entered)
            #expect(try await second.status == .waiting)
            #expect(try await third.status == .waiting)
            try await withWorker(model) {
                let values = try await [first.value, second.value, third.value]
                #expect(values == ["a", "b", "c"])
            }
            let ended = try await model.findJobs().jobs.filter { $0.status == .finished }
            #expect(ended.map(\.id) == [third, second, first].map(\.id.number), "in their order")
            let rows = try await database.store.first(
                "select count(*) from jobmachine.dependency", as: Int.self)
            #expect(rows == 0)
        }
    }

    /// A retry notes the number of attempts in the environment, and older versions let longer ones in.
    @Test(arguments: [
        #"{"x": "\#(String(repeating: "a", count: 65_527))"}"#, #"{"user": "ada", "x": 1e131000}"#,
    ])
    func anEnvironmentThatIsFullKeepsNobodyFromBeingRetried(environment: String) async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.offload(Echo(text: "b"), after: [first.id])
            try await first.cancel()
            try await database.store.query(
                "update jobmachine.history set environment = \(environment)::jsonb where id = \(second.id.number)"
            )
            #expect(try await model.retry(first.id) == .entered)
            #expect(try await second.status == .waiting)
        }
    }

    @Test func aJobThatHasFailedIsNamedByItsTicket() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"), on: "slow")
            let second = try await model.offload(Echo(text: "b"), after: [first.id])
            try await first.cancel()
            let message = try await second.job.error?.message
            #expect(message == "this job waited for \(first.id), which ended as cancelled")
            let error = await #expect(throws: ModelError.self) {
                try await model.offload(Echo(text: "c"), after: [first.id])
            }
            let refusal = error?.message ?? ""
            let start = "a job cannot wait for \(first.id), which has ended as cancelled"
            #expect(refusal.hasPrefix(start), "\(refusal)")
        }
    }

    @Test func aBulkRetryBringsThemBackToo() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.offload(Echo(text: "b"), after: [first.id])
            try await first.cancel()
            let outcome = try await model.apply(.retry, to: JobSearch())
            #expect(outcome.done == 2)
            #expect(try await second.status == .waiting, "it waits again")
            try await withWorker(model) {
                let value = try await second.value
                #expect(value == "b")
            }
        }
    }

    @Test func theyWaitForAJobThatIsRunAgainInsteadOfTheirs() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.offload(Echo(text: "b"), after: [first.id])
            try await first.cancel()
            let again = try await model.runAgain(first.id, arguments: #"{"text": "mended"}"#)
            #expect(try await second.status == .waiting)
            let needs = try await model.neighbours(of: second.id).needs
            #expect(needs.map(\.id) == [again.number])
            try await withWorker(model) {
                let value = try await second.value
                #expect(value == "b")
            }
        }
    }

    @Test func oneThatNeedsAnotherAsWellStaysUntilThatIsBackToo() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let other = try await model.offload(Echo(text: "b"))
            let both = try await model.offload(Echo(text: "c"), after: [first.id, other.id])
            try await first.cancel()
            try await other.cancel()
            try await model.retry(first.id)
            #expect(try await both.status == .error)
            try await model.retry(other.id)
            let job = try await both.job
            #expect(job.status == .waiting && job.waitingFor == 2)
        }
    }

    @Test func oneThatIsRetriedItselfRunsWithoutWhatHasFailed() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let other = try await model.offload(Echo(text: "b"))
            let both = try await model.offload(Echo(text: "c"), after: [first.id, other.id])
            try await first.cancel()
            #expect(try await model.retry(both.id) == .waiting, "for the one that lives")
            try await withWorker(model) {
                let value = try await both.value
                #expect(value == "c")
            }
            #expect(try await first.status == .cancelled)
        }
    }

    @Test func oneThatWasCancelledStaysSo() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.offload(Echo(text: "b"), after: [first.id])
            try await second.cancel()
            try await first.cancel()
            try await model.retry(first.id)
            #expect(try await second.status == .cancelled)
        }
    }

    // MARK: Open transactions

    @Test(.endsWithTheSuite) func anOpenTransactionThatWaitsForAllJobsFreezesNone() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let tickets = try await model.offload((0..<50).map { Twice(number: $0) })
            try await database.signedIn(as: "djet_offload") { shop in
                let open = try await Connection.open(shop.connectionString)
                defer { open.close() }
                try await open.query("begin")
                let last: Int64? = try await open.first(
                    "select jobmachine.offload('test.twice', '{\"number\": 99}', after => \(tickets.map(\.id.number))::bigint[])"
                )
                try await withWorker(model) {
                    let values = try await model.results(of: tickets).map { try $0.get() }
                    #expect(values == (0..<50).map { $0 * 2 })
                    try await open.query("commit")
                    let number = try #require(last)
                    let value = try await model.ticket(
                        TicketID(queue: "default", number: number), of: Int.self
                    ).value
                    #expect(value == 198, "it hears of those that ended before it was committed")
                }
            }
        }
    }

    @Test func whoWaitedForOneThatFailedMeanwhileHearsOfIt() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.transaction { inside in
                let second = try await inside.offload(Echo(text: "b"), after: [first.id])
                try await model.cancel(first.id)
                return second
            }
            #expect(try await second.status == .waiting)
            try await withWorker(model) {
                let error = await #expect(throws: JobError.self) {
                    try await model.ticket(second.id, of: String.self).value
                }
                #expect("\(error.map { "\($0)" } ?? "")".contains("ended as cancelled"))
            }
        }
    }

    @Test func aJobWaitsForSoManyOthersAtTheMost() async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "select jobmachine.offload('x', after => array(select generate_series(1, 10001)))")
            }
            #expect(error?.sqlState?.rawValue == "DJ400")
        }
    }
}
