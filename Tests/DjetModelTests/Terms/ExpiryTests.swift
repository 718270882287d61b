import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Jobs that must have begun by a time.
@Suite struct ExpiryTests {
    @Test func oneThatHasNotBegunInTimeIsCancelledAndItsWaitersHear() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(
                Echo(text: "a"), expires: .at(Date(timeIntervalSince1970: 0)))
            let later = try await model.offload(Echo(text: "b"), expires: .after(.seconds(86_400 * 365)))
            let dependent = try await model.offload(Echo(text: "c"), after: [ticket.id])
            try await look(in: database)
            await #expect(throws: JobError.expired(ticket.id)) { try await ticket.value }
            #expect(try await ticket.status == .cancelled)
            #expect(try await dependent.status == .error)
            #expect(try await later.status == .entered)
            // A retry is a new chance.
            #expect(try await model.retry(ticket.id) == .entered)
            try await look(in: database)
            #expect(try await ticket.status == .entered)
        }
    }

    @Test func oneThatHasBegunGoesOn() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await database.enterWorker(1)
            let ticket = try await model.offload(Twice(number: 1), expires: .after(.seconds(3_600)))
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await pass(in: database)
            try await look(in: database)
            #expect(try await ticket.status == .processing)
            let rows = try await expiries(in: database)
            #expect(rows == 0)
        }
    }

    @Test func aWorkerWakesWhenItsTimeComes() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            _ = try await model.pause("default")
            try await withWorker(model) {
                let ticket = try await model.offload(Echo(text: "a"), expires: .after(.milliseconds(300)))
                await #expect(throws: JobError.expired(ticket.id)) {
                    try await ticket.value(within: .seconds(50))
                }
            }
        }
    }

    @Test func oneThatWasHandedBackRunsThoughItsTimeHasGoneBy() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await database.enterWorker(1)
            let ticket = try await model.offload(Twice(number: 21), expires: .after(.seconds(3_600)))
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await database.store.query(
                "select jobmachine.release(1, array[\(ticket.id.number)]::bigint[], array[1])")
            try await database.store.query(
                """
                update jobmachine.job
                set environment = environment || '{"expires": "2020-01-01T00:00:00Z"}'
                """)
            try await withWorker(model) {
                let value = try await ticket.value
                #expect(value == 42)
            }
        }
    }

    @Test(arguments: [true, false])
    func oneThatWasClaimedAloneExpiresWhenItIsHandedBackOrLater(isOver: Bool) async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await database.enterWorker(1)
            // The server's time, not that of the model's clock.
            let expiry = Expiry.at(Date(timeIntervalSinceNow: 3_600))
            let ticket = try await model.offload(Twice(number: 1), expires: expiry)
            let other = try await model.offload(Twice(number: 2), expires: expiry)
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 2, floors: []))
            if isOver {
                try await pass(in: database)
                try await look(in: database)
                try await database.store.query(
                    """
                    update jobmachine.job set environment = environment || '{"expires": "2020-01-01T00:00:00Z"}'
                    where id = \(ticket.id.number)
                    """)
            }
            try await database.store.query(
                model.queue.release(
                    worker: 1, ids: [ticket.id.number, other.id.number], attempts: [1, 1], haveBegun: false))
            let statuses = try await (ticket.status, other.status)
            #expect(statuses == (isOver ? .cancelled : .entered, .entered))
            guard !isOver else { return }
            try await pass(in: database)
            try await look(in: database)
            await #expect(throws: JobError.expired(ticket.id)) { try await ticket.value }
        }
    }

    @Test func oneThatCannotBeCancelledHarmsNoOtherAndIsPutOff() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await database.enterWorker(1)
            let tickets = try await model.offload(
                [Twice(number: 1), Twice(number: 2)], expires: .after(.seconds(3_600)))
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 2, floors: []))
            // Its end cannot be stored.
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        alter table jobmachine.history
                          add constraint one_stays check (id <> \(tickets[0].id.number));
                        """)
            }
            try await database.store.query(
                model.queue.expireClaimed(tickets.map(\.id.number), worker: 1))
            #expect(try await tickets[0].status == .scheduled)
            #expect(try await tickets[1].status == .cancelled)
        }
    }

    @Test func noneOfThousandsThatExpiredIsRun() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            _ = try await model.offload(
                (1...2_500).map(Twice.init), expires: .at(Date(timeIntervalSince1970: 0)))
            let last = try await model.offload(Twice(number: 21))
            try await withWorker(model) {
                let value = try await last.value
                #expect(value == 42)
            }
            let finished = try await database.store.first(
                "select count(*) from jobmachine.history where status = 'finished'", as: Int.self)
            #expect(finished == 1)
        }
    }

    @Test func oneThatIsLockedIsLookedAtAgain() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Twice(number: 1), expires: .after(.seconds(3_600)))
            let other = try await Connection.open(database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query("select from jobmachine.job where id = \(ticket.id.number) for update")
            try await pass(in: database)
            try await look(in: database)
            #expect(try await ticket.status == .entered)
            try await other.query("rollback")
            try await pass(in: database)
            try await look(in: database)
            #expect(try await ticket.status == .cancelled)
        }
    }

    @Test func aRetryHasNoExpiryAndAnEndedJobsGoesWithABeat() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await database.enterWorker(1)
            let again = try await model.offload(Twice(number: 1), expires: .after(.seconds(3_600)))
            let ended = try await model.offload(Twice(number: 2), expires: .after(.seconds(3_600)))
            for ticket in [again, ended] { try await model.cancel(ticket.id) }
            try await model.retry(again.id)
            try await database.store.query("select jobmachine.beat(1)")
            let rows = try await expiries(in: database)
            #expect(rows == 0)
        }
    }

    @Test func oneInAQueueThatNoWorkerServesExpiresWithABeat() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await database.enterWorker(1)
            let past = Date(timeIntervalSince1970: 0)
            var late: [Ticket<Int>] = []
            for queue in ["far", "far.off"] {
                late.append(try await model.offload(Twice(number: 1), on: queue, expires: .at(past)))
            }
            let future = Date(timeIntervalSince1970: 4_000_000_000)
            let early = try await model.offload(Twice(number: 1), on: "far", expires: .at(future))
            try await database.store.query("select jobmachine.beat(1)")
            for ticket in late {
                await #expect(throws: JobError.expired(ticket.id)) { try await ticket.value }
            }
            #expect(try await early.status == .entered)
        }
    }

    @Test func oneThatIsLockedIsNoReasonToLookAtOnce() async throws {
        try await withDatabase { database in
            let model = database.model()
            _ = try await model.offload(Twice(number: 1), expires: .after(.seconds(3_600)))
            try await pass(in: database)
            let other = try await Connection.open(database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query("select from jobmachine.expiry for update")
            let seconds = try await database.store.first(
                "select jobmachine.promote('{default}')", as: Double.self)
            #expect((0.5...1.5).contains(seconds ?? 0))
        }
    }

    @Test func whoReplacesAUniqueJobSetsItsExpiry() async throws {
        try await withDatabase { database in
            let model = database.model()
            let rule = Unique(key: "k", otherwise: .replace)
            let ticket = try await model.offload(
                Twice(number: 1), expires: .at(Date(timeIntervalSince1970: 0)), unique: rule)
            _ = try await model.offload(Twice(number: 2), unique: rule)
            try await look(in: database)
            #expect(try await ticket.status == .entered)
            _ = try await model.offload(
                Twice(number: 3), expires: .at(Date(timeIntervalSince1970: 0)), unique: rule)
            try await look(in: database)
            #expect(try await ticket.status == .cancelled)
        }
    }

    @Test func aTimeWithoutAZoneIsThatOfItsOffloader() async throws {
        try await withDatabase { database in
            let offloader = try await Connection.open(database.connectionString)
            defer { offloader.close() }
            try await offloader.query("set time zone 'Asia/Tokyo'")
            try await offloader.query(
                """
                select jobmachine.offload('other', environment => '{"expires": "2100-01-01 06:00"}')
                """)
            let times = try await database.store.query(
                """
                select j.environment ->> 'expires', e.expires_at = '2099-12-31T21:00:00Z'
                from jobmachine.job j
                join jobmachine.expiry e on e.job = j.id
                """)
            #expect(try times[0].value(0, as: String.self) == "2099-12-31T21:00:00.000000Z")
            #expect(try times[0].value(1, as: Bool.self))
        }
    }

    /// Moves the times back, as if they had come.
    private func pass(in database: TestDatabase) async throws {
        try await database.store.query(
            "update jobmachine.expiry set expires_at = now() - interval '1 second'")
    }

    private func look(in database: TestDatabase) async throws {
        try await database.store.query("select jobmachine.promote('{default}')")
    }

    private func expiries(in database: TestDatabase) async throws -> Int? {
        try await database.store.first("select count(*) from jobmachine.expiry", as: Int.self)
    }
}
