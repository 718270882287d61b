import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import DjetEngine

@Suite struct JobsEventsTests {
    @Test func whatHappensIsTold() async throws {
        try await withJobs { jobs in
            let stream = try TestStream(jobs.site.address + "/jobs/events", jobs.admin.headers)
            #expect(try await stream.next()?.name == "jobs", "the first look")
            _ = try await jobs.model.offload(Echo(text: "a"))
            #expect(try await stream.next()?.name == "jobs")
            try await jobs.model.pause("default")
            #expect(try await stream.next()?.name == "jobs")
            await stream.leave()
        }
    }

    @Test func aJobsOwnStreamTellsWhatHappensToItAndNotWhatItSays() async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.offload(Echo(text: "s3cret"))
            let stream = try TestStream(jobs.site.address + "/jobs/\(ticket)/events", jobs.watchman.headers)
            #expect(try await stream.next()?.name == "state")
            try await withWorker(jobs.model) {
                let rest = try await stream.all()
                #expect(rest.last?.name == "reply")
                #expect(!rest.contains { $0.data.contains("s3cret") })
            }
        }
    }

    @Test func allWatchersShareOneLookAndNobodyLooksWhenNobodyWatches() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let model = database.model()
            let watch = JobsWatch(interval: .milliseconds(20))
            let looks: Statement = """
                select coalesce(sum(calls), 0)::bigint from pg_stat_statements s join pg_database d on d.oid = s.dbid
                where d.datname = current_database() and query like '%.pulse()%'
                """
            let watchers = (0..<5).map { _ in
                Task { await watch.changes(model).first { _ in true } != nil }
            }
            for watcher in watchers { #expect(await watcher.value) }
            let count = try await database.store.first(looks, as: Int.self) ?? 0
            #expect((1...5).contains(count))
            try await until { !watch.isLooking }
        }
    }

    @Test func whoComesLaterIsToldToLookToo() async throws {
        try await withDatabase { database in
            let model = database.model()
            // Within the test the watch looks only once.
            let watch = JobsWatch(interval: .seconds(3_600))
            var first = watch.changes(model).makeAsyncIterator()
            let isFirstTold = await first.next() != nil
            var second = watch.changes(model).makeAsyncIterator()
            let isSecondTold = await second.next() != nil
            #expect(isFirstTold && isSecondTold)
            withExtendedLifetime(first) {}
        }
    }

    @Test func thePulseChangesWithWhatHappensAndWithNothingElse() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            var pulses = [try await model.pulse()]
            #expect(try await model.pulse() == pulses[0])
            let ticket = try await model.offload(Twice(number: 1))
            pulses.append(try await model.pulse())
            try await database.enterWorker(1)
            pulses.append(try await model.pulse())
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            pulses.append(try await model.pulse())
            try await database.store.query(
                model.queue.progress(worker: 1, id: ticket.id.number, attempt: 1, progress: #"{"done": 1}"#))
            pulses.append(try await model.pulse())
            try await database.store.query(
                model.queue.reply(worker: 1, ids: [ticket.id.number], attempts: [1], replies: ["2"]))
            pulses.append(try await model.pulse())
            try await model.pause("slow")
            pulses.append(try await model.pulse())
            #expect(Set(pulses).count == pulses.count)
        }
    }
}
