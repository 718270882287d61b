import DjetModel
import Testing

@testable import DjetJobmachine

@Suite struct TrayTests {
    private func jobs(_ numbers: ClosedRange<Int64>) -> [Job] { numbers.map { Job(number: $0) } }

    @Test func aWorkerThatKnowsNothingClaimsForItsSlotsAlone() {
        var tray = Tray()
        #expect(tray.room(free: 10, .now) == 10)
        tray.add(jobs(1...10), .now)
        #expect(tray.room(free: 10, .now) == 0)
    }

    @Test func quickJobsAreClaimedAheadAndSlowOnesAreNot() {
        var tray = Tray()
        let start = ContinuousClock.now
        _ = tray.room(free: 0, start)
        for _ in 0..<500 { tray.noteEnd() }
        // 500 in 10 ms: 40 ms take 2,000 jobs, half of them after one look.
        #expect((900...1100).contains(tray.room(free: 0, start + .milliseconds(10))))
        tray.noteEnd()
        #expect(tray.room(free: 0, start + .seconds(2)) == 0)
    }

    @Test func moreIsWantedOnlyWhenAQuarterIsGone() {
        var tray = Tray()
        let start = ContinuousClock.now
        _ = tray.room(free: 0, start)
        for _ in 0..<1000 { tray.noteEnd() }
        let room = tray.room(free: 0, start + .milliseconds(10))
        tray.add(jobs(1...Int64(room)), start)
        #expect(tray.room(free: 0, start + .milliseconds(10)) == 0)
        for _ in 0..<(room / 5) { _ = tray.next() }
        #expect(tray.room(free: 0, start + .milliseconds(10)) == 0)
        for _ in 0...(room / 10) { _ = tray.next() }
        #expect(tray.room(free: 0, start + .milliseconds(10)) > 0)
    }

    @Test func whatHasWaitedForTooLongIsGivenUpAndNothingMoreIsClaimedAhead() {
        var tray = Tray()
        let start = ContinuousClock.now
        tray.add(jobs(1...3), start)
        #expect(tray.takeStale(start + .milliseconds(100), patience: .milliseconds(250)).isEmpty)
        #expect(tray.takeStale(start + .milliseconds(300), patience: .milliseconds(250)).count == 3)
        #expect(tray.count == 0)
        #expect(tray.room(free: 2, start + .milliseconds(300)) == 2)
    }

    @Test func jobsAreTakenOutByTheirNumbersAndByWhatTheyAre() {
        var tray = Tray()
        tray.add(jobs(1...5), .now)
        #expect(tray.take([2, 9]).map(\.ticket.number) == [2])
        #expect(tray.take(atMost: 2) { $0.ticket.number < 4 }.map(\.ticket.number) == [1, 3])
        #expect(tray.take(atMost: 2) { $0.ticket.number < 4 }.isEmpty)
        #expect(tray.takeAll().map(\.ticket.number) == [4, 5])
    }
}

extension Job {
    fileprivate init(number: Int64) {
        self.init(
            ticket: TicketID(queue: "default", number: number), kind: "test", arguments: "{}", attempt: 1,
            attemptLimit: 5, isLimitGiven: true, environment: JobEnvironment(), fault: nil, position: number,
            priority: 4, worker: 1)
    }
}
