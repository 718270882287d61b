import DjetModel
import DjetTesting
import Foundation
import Testing

/// A clock that the test turns, and schedules that it fires.
@Suite struct ClockTests {
    @Test func aScheduledJobIsDueWhenTheClockHasBeenTurned() async throws {
        let clock = ModelClock()
        try await withModel(parts: [.post], clock: clock) { model in
            let ticket = try await model.offload(TellTime(), runAt: model.now + 3600)
            let early = try await model.drain()
            #expect(early == 0)
            clock.advance(by: .seconds(3600))
            let ended = try await model.drain()
            #expect(ended == 1)
            let time = try await ticket.value
            #expect(time == clock.now.timeIntervalSince1970)
        }
    }

    @Test func theClockStandsStillUntilItIsTurned() {
        let clock = ModelClock(Date(timeIntervalSince1970: 1_000))
        #expect(clock.now == Date(timeIntervalSince1970: 1_000))
        clock.advance(by: .milliseconds(500))
        #expect(clock.now == Date(timeIntervalSince1970: 1_000.5))
        clock.set(to: Date(timeIntervalSince1970: 5))
        #expect(clock.now == Date(timeIntervalSince1970: 5))
    }

    @Test func aJobThatSnoozesIsLeftUntilTheNextTime() async throws {
        let clock = ModelClock()
        try await withModel(parts: [.post], clock: clock) { model in
            let ticket = try await model.offload(Knock(failures: 1, snoozes: 1))
            let first = try await model.drain()
            #expect(first == 0)
            let again = try await model.drain()
            #expect(again == 0)
            clock.advance(by: .seconds(7200))
            let second = try await model.drain()
            #expect(second == 1)
            let attempt = try await ticket.value
            #expect(attempt == 3)
        }
    }

    @Test func aJobThatSnoozesUnderATurnedClockIsLeftToo() async throws {
        let clock = ModelClock()
        clock.advance(by: .seconds(86_400))
        try await withModel(parts: [.post], clock: clock) { model in
            let ticket = try await model.offload(Knock(snoozes: 2))
            try await model.drain()
            let job = try await ticket.job
            #expect(job.status == .scheduled)
            #expect(job.attempt == 1)
        }
    }

    @Test func jobsExpireByTheClock() async throws {
        let clock = ModelClock()
        try await withModel(parts: [.post], clock: clock) { model in
            let ticket = try await model.offload(SendLetter(to: "ada"), expires: .after(.seconds(600)))
            clock.advance(by: .seconds(601))
            try await model.drain()
            await #expect(throws: JobError.expired(ticket.id)) { try await ticket.value }
        }
    }

    @Test func aScheduleFiresByHand() async throws {
        try await withModel(parts: [.post]) { model in
            let ticket = try await model.fire("rounds")
            let ended = try await model.drain()
            #expect(ended == 1)
            let name = try await model.ticket(ticket, of: String?.self).value
            #expect(name == "rounds")
            try await model.fire("holidays")
            try await model.drain()
            let recipients = try await model.recipients
            #expect(recipients == ["ada", "bob"])
        }
    }

    @Test func aScheduleFiresInNoOtherWay() async throws {
        try await withModel(parts: [.post]) { model in
            let schedules = try await model.schedules()
            #expect(schedules.map(\.name) == ["holidays", "rounds"])
            #expect(schedules.allSatisfy { $0.state == .paused })
        }
    }

    @Test func aScheduleThatDoesNotExistIsToldWithThoseThatDo() async throws {
        try await withModel(parts: [.post]) { model in
            let error = await #expect(throws: ModelError.self) { try await model.fire("sundays") }
            #expect(error?.message.contains("there are: holidays, rounds") == true)
        }
    }
}
