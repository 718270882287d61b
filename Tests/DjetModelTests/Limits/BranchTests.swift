import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Queues as a tree: whatever holds for `gl` holds for `gl.tax`.
@Suite struct BranchTests {
    private func withBranch(_ body: (LimitedLine) async throws -> Void) async throws {
        try await withLine(0, limit: nil) { line in
            for queue in ["gl", "gl.tax", "gl.tax.vat", "glass"] {
                _ = try await line.model.offload([Twice(number: 1), Twice(number: 2)], on: queue)
            }
            try await body(line)
        }
    }

    @Test func aPauseHoldsForWhatIsBelow() async throws {
        try await withBranch { line in
            try await line.model.pause("gl.tax")
            for queue in ["gl.tax", "gl.tax.vat"] {
                let none = try await line.claim(1, from: queue)
                #expect(none == [], "\(queue)")
            }
            for queue in ["gl", "glass"] {
                let one = try await line.claim(1, from: queue)
                #expect(one.count == 1, "\(queue)")
            }
            let queues = try await line.model.queues()
            #expect(queues.filter(\.isPaused).map(\.name) == ["gl.tax", "gl.tax.vat"])
            #expect(queues.first { $0.name == "gl.tax.vat" }?.pausedWith == "gl.tax")
            try await line.model.resume("gl.tax")
            let again = try await line.claim(1, from: "gl.tax.vat")
            #expect(again.count == 1)
        }
    }

    @Test func whoResumesAQueueRingsThoseBelow() async throws {
        try await withBranch { line in
            try await line.model.pause("gl")
            var rings = line.database.store.listener.rings(on: ["jobmachine.gl.tax.vat"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            try await line.model.resume("gl")
            #expect(await rings.next() == .rang(channel: "jobmachine.gl.tax.vat"))
        }
    }

    @Test func aLimitCountsTheWholeBranch() async throws {
        try await withBranch { line in
            try await line.model.limit("gl", to: QueueLimit(running: 3))
            try await line.model.limit("gl.tax", to: QueueLimit(running: 2))
            let vat = try await line.claim(1, from: "gl.tax.vat")
            let tax = try await line.claim(10, from: "gl.tax")
            let root = try await line.claim(10, from: "gl")
            #expect([vat.count, tax.count, root.count] == [1, 1, 1])
            let other = try await line.claim(10, from: "glass")
            #expect(other.count == 2, "its name begins alike, and it is no part of the branch")
        }
    }

    @Test func aJobWhoseDeathCannotBeNotedGivesItsPlaceToTheWholeBranch() async throws {
        try await withBranch { line in
            try await line.model.limit("gl", to: QueueLimit(running: 1))
            let held = try #require(try await line.claim(1, from: "gl.tax").first)
            try await line.database.store.withConnection {
                try await $0.run(
                    script: "alter table jobmachine.attempt add constraint poison check (job <> \(held))")
            }
            var rings = line.database.store.listener.rings(on: ["jobmachine.gl"]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            try await line.run("rescue(1)")
            #expect(await rings.next() == .rang(channel: "jobmachine.gl"))
        }
    }

    @Test func aBranchHasOneKey() async throws {
        try await withBranch { line in
            try await line.model.limit("gl.tax", to: QueueLimit(key: "number"))
            for (queue, key) in [("gl", "number"), ("gl.tax.vat", "owner")] {
                let error = await #expect(throws: ModelError.self) {
                    try await line.model.limit(queue, to: QueueLimit(key: key))
                }
                #expect(error.map { "\($0)" }?.contains("the queue “gl.tax” has a key") == true)
            }
            try await line.model.limit("gl.tax", to: QueueLimit(running: 9))
            try await line.model.limit("gl", to: QueueLimit(key: "number", runningPerKey: 1))
            let first = try await line.claim(10, from: "gl.tax.vat")
            #expect(first.count == 2)
            let none = try await line.claim(10, from: "gl")
            #expect(none == [], "both numbers run, in another queue of the branch")
        }
    }

    @Test func aWorkerOfABranchIsToldOfItsQueues() async throws {
        try await withBranch { line in
            let register = line.model.queue.register(
                host: "test", process: 1, queues: ["gl.*", "slow"], slots: 1, worker: nil)
            let worker = try #require(try await line.database.store.first(register, as: Int.self))
            func found() async throws -> [String] {
                try await line.database.store.rows(line.model.queue.findQueues(of: worker), as: String.self)
            }
            let early = try await found()
            #expect(early == ["slow", "gl", "gl.tax", "gl.tax.vat"])
            _ = try await line.model.offload(Twice(number: 1), on: "gl.new")
            let unfound = try await line.model.queues()
            #expect(unfound.first { $0.name == "gl.new" }?.workers == 1, "it will claim from it")
            #expect(unfound.first { $0.name == "glass" }?.workers == 0)
            let late = try await found()
            #expect(late.last == "gl.new")
            let queues = try await line.model.queues()
            #expect(queues.first { $0.name == "gl.new" }?.workers == 1)
        }
    }

    @Test func noWorkerServesMoreThanAThousandQueues() async throws {
        try await withLine(0, limit: nil) { line in
            try await line.database.store.query(
                "select jobmachine.offload('x.y', queue => 'gl.q' || n) from generate_series(1, 1100) n")
            let register = line.model.queue.register(
                host: "test", process: 1, queues: ["gl.*"], slots: 1, worker: nil)
            let worker = try #require(try await line.database.store.first(register, as: Int.self))
            let found = try await line.database.store.rows(
                line.model.queue.findQueues(of: worker), as: String.self)
            #expect(found.count == 1_000)
        }
    }

    @Test func whatIsNoBranchIsRefused() async throws {
        try await withDatabase { database in
            for queue in ["*", ".*", "gl*", "gl.*.x", "Gl.*"] {
                let register = database.model().queue.register(
                    host: "test", process: 1, queues: [queue], slots: 1, worker: nil)
                let error = await #expect(throws: StoreError.self) {
                    _ = try await database.store.first(register, as: Int.self)
                }
                #expect(error?.sqlState?.rawValue == "DJ400", "\(queue)")
            }
        }
    }
}
