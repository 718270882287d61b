import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A worker that reports on a job that is no longer its own is refused.
@Suite struct FenceTests {
    private func claim(in database: TestDatabase, _ model: Model, as worker: Int) async throws -> Int64 {
        try await database.enterWorker(worker)
        let rows = try await model.store.query(
            model.queue.claim("default", worker: worker, amount: 1, floors: []))
        return try #require(rows.first).value(0)
    }

    @Test func aLateReplyIsRefused() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            let id = try await claim(in: database, model, as: 1)
            #expect(id == ticket.id.number)
            try await database.store.query("select jobmachine.rescue(1)")
            #expect(try await claim(in: database, model, as: 2) == id)

            let late = model.queue.reply(worker: 1, ids: [id], attempts: [1], replies: ["1"])
            #expect(try await database.store.query(late).isEmpty)
            let zombie = model.queue.reply(worker: 2, ids: [id], attempts: [1], replies: ["1"])
            #expect(try await database.store.query(zombie).isEmpty, "the attempt must match, too")
            let good = model.queue.reply(worker: 2, ids: [id], attempts: [2], replies: ["2"])
            #expect(try await database.store.rows(good, as: Int64.self) == [id])
            #expect(try await ticket.job.reply == "2")
        }
    }

    /// A worker that has lost the answer to a commit reports again.
    @Test func whatIsSaidTwiceIsNotStale() async throws {
        try await withDatabase { database in
            let model = database.model()
            _ = try await model.offload(Echo(text: "a"))
            let id = try await claim(in: database, model, as: 1)
            let reply = model.queue.reply(worker: 1, ids: [id], attempts: [1], replies: ["1"])
            for expected in [[id], []] {
                let accepted = try await database.store.rows(reply, as: Int64.self)
                #expect(accepted == expected)
            }
            let fail = model.queue.fail(worker: 1, id: id, attempt: 1, failure: "{}", delay: nil)
            let status = try await database.store.first(fail, as: String?.self)
            #expect(status == .some(nil))
            let ended = try await model.endedJobs
            #expect(ended == 1)
            let refusals = try await model.refusals()
            #expect(refusals == [])
        }
    }

    @Test func aLateFailureProgressReleaseAndSnoozeAreRefused() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            let id = try await claim(in: database, model, as: 1)
            try await database.store.query("select jobmachine.rescue(1)")
            _ = try await claim(in: database, model, as: 2)

            let fail = model.queue.fail(worker: 1, id: id, attempt: 1, failure: "{}", delay: nil)
            #expect(try await database.store.first(fail, as: String?.self) == .some(nil))
            let progress = model.queue.progress(worker: 1, id: id, attempt: 1, progress: #"{"done": 1}"#)
            #expect(try await database.store.first(progress, as: Bool?.self) == .some(nil))
            let release = model.queue.release(worker: 1, ids: [id], attempts: [1])
            #expect(try await database.store.query(release).isEmpty)
            let snooze = model.queue.snooze(worker: 1, id: id, attempt: 1, delay: .seconds(1))
            #expect(try await database.store.first(snooze, as: String?.self) == .some(nil))
            #expect(try await ticket.status == .processing)
            let refused = try await model.refusals()
            #expect(refused.map(\.what) == ["fail", "progress", "release", "snooze"])
            #expect(refused.map(\.amount) == [1, 1, 1, 1])
        }
    }

    @Test func whatIsHandedBackAfterItWasCancelledIsNotBegunAgain() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            let id = try await claim(in: database, model, as: 1)
            let answer = try await model.cancel(ticket.id)
            #expect(answer == .processing)
            let released = try await database.store.rows(
                model.queue.release(worker: 1, ids: [id], attempts: [1]), as: Int64.self)
            #expect(released == [id])
            await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
        }
    }

    @Test func whatWasDoneForAJobThatIsNoLongerOnesOwnRollsBack() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await withWorker(model) {
                try await database.withGate(1) { open in
                    let ticket = try await model.offload(Effect(label: "robbed", gate: 1))
                    let job = try await database.job(of: ticket) { $0.progress != nil }
                    // The test takes the job away from a living worker.
                    let worker = try #require(job.worker)
                    try await database.store.transaction { connection in
                        try await connection.query("select jobmachine.rescue(\(worker))")
                        try await connection.query(
                            "update jobmachine.job set position = null, run_at = now() + '1 day'")
                    }
                    try await open()
                    // Another job after it is done, so the first one has been refused by then or soon is.
                    let other = try await model.offload(Echo(text: "b")).value
                    #expect(other == "b")
                    #expect(try await ticket.status == .scheduled)
                }
            }
            // The worker has ended by now, and so has all its work.
            #expect(try await database.effects("robbed") == 0)
        }
    }
}
