import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct ModelQueuesTests {
    @Test func aPausedQueueGivesNothingAndAResumedOneDoes() async throws {
        try await withDatabase { database in
            let model = database.model().acting(as: "ada")
            let ticket = try await model.offload(Echo(text: "a"))
            try await database.enterWorker(1)
            let claim = model.queue.claim("default", worker: 1, amount: 5, floors: [])
            #expect(try await model.pause("default"))
            #expect(try await !model.pause("default"), "it was paused already")
            #expect(try await database.store.query(claim).isEmpty)
            let queue = try #require(try await model.queues().first)
            #expect(queue.name == "default")
            #expect(queue.pausedAt != nil)
            #expect(queue.pausedBy == "ada")
            #expect(queue.workers == 1)
            #expect(try await model.resume("default"))
            #expect(try await !model.resume("default"))
            #expect(try await database.store.rows(claim, as: Int64.self) == [ticket.id.number])
        }
    }

    @Test func aQueueThatWasPausedByMistakeIsNoLongerListedWhenResumed() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await model.pause("slwo")
            #expect(try await model.queues().map(\.name) == ["slwo"])
            try await model.resume("slwo")
            #expect(try await model.queues().isEmpty)
            // Earlier versions kept the row.
            try await database.store.query("insert into jobmachine.queue (name) values ('slwo')")
            #expect(try await model.queues().isEmpty)
        }
    }

    @Test func whoPausesHasAShortName() async throws {
        try await withDatabase { database in
            let model = database.model()
            let long = String(repeating: "é", count: 201)
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(model.queue.pause("default", by: long))
            }
            #expect(error?.sqlState?.rawValue == "DJ400")
            #expect(error?.message.hasSuffix("at most 200 letters (got 201)") == true)
            let paused = try await database.store.first(
                model.queue.pause("default", by: String(long.dropLast())), as: Bool.self)
            #expect(paused == true)
        }
    }

    /// Rows from before there was a limit.
    @Test func theSlotsOfAQueueAreCountedHoweverManyThereAre() async throws {
        try await withDatabase { database in
            try await database.store.query(
                "alter table jobmachine.worker drop constraint worker_slots_are_ten_thousand_at_most")
            try await database.store.query(
                """
                insert into jobmachine.worker (host, pid, queues, slots)
                select 'h', 1, '{default}', 2147483647 from generate_series(1, 2)
                """)
            #expect(try await database.model().queues().map(\.slots) == [4_294_967_294])
        }
    }

    @Test func aClaimThatIsUnderWayTakesNothingThatCameAfterThePause() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await database.enterWorker(1)
            let claim = model.queue.claim("default", worker: 1, amount: 5, floors: [])
            let claimed = try await model.transaction { model in
                try await model.database.query("lock table jobmachine.job in exclusive mode")
                let claimed = Task { try await database.store.rows(claim, as: Int64.self) }
                _ = try await database.blocked(like: "%claim%")
                try await model.pause("default")
                _ = try await model.offload(Echo(text: "late"))
                return claimed
            }
            #expect(try await claimed.value == [])
        }
    }

    @Test func otherQueuesGoOn() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await model.pause("slow")
            let parked = try await model.offload(Echo(text: "a"), on: "slow")
            let configuration = WorkerConfiguration(queues: ["slow", "default"], grace: .seconds(5))
            try await withWorker(model, configuration: configuration) {
                let value = try await model.offload(Echo(text: "b")).value
                #expect(value == "b")
                #expect(try await parked.status == .entered)
            }
        }
    }

    @Test func aWorkerSleepsWhileItsQueueIsPausedAndWakesWhenItIsResumed() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let model = database.model(testFunctions)
            try await withWorker(model) {
                let first = try await model.offload(Echo(text: "awake")).value
                #expect(first == "awake")
                try await model.pause("default")
                let ticket = try await model.offload(Echo(text: "later"))
                // Rings come one after the other, so the worker has looked when the second has been heard.
                for _ in 0..<3 {
                    try await database.wait(on: "test.heard") {
                        try await database.store.query("select pg_notify('jobmachine.default', '')")
                        return true
                    }
                }
                #expect(try await ticket.status == .entered)
                #expect(try await database.calls(like: "%.claim(%") < 40, "it does not run in circles")
                try await model.resume("default")
                let value = try await ticket.value
                #expect(value == "later")
            }
        }
    }

    @Test func whatRunsGoesOnWhenItsQueueIsPaused() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await withWorker(model) {
                try await database.withGate(1) { open in
                    let ticket = try await model.offload(Effect(label: "on", gate: 1))
                    try await database.job(of: ticket) { $0.status == .processing }
                    try await model.pause("default")
                    try await open()
                    let value = try await ticket.value
                    #expect(value == "on")
                }
            }
        }
    }

    @Test func aNameThatCannotBeAQueueIsRefused() async throws {
        try await withDatabase { database in
            for name in [
                "", "Slow", "slow.1", "a b", String(repeating: "a", count: 31), "slow'; drop table x",
            ] {
                let error = await #expect(throws: ModelError.self) { try await database.model().pause(name) }
                guard case .invalid = error else { Issue.record("\(name): \(error)"); continue }
            }
        }
    }
}
