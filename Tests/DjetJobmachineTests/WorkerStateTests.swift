import DjetModel
import Testing

@testable import DjetJobmachine

/// When a worker looks for jobs, and what else it does: tables of events and actions, without a database.
@Suite struct WorkerStateTests {
    let ring = WorkerState.Event.rang(queue: "q", saying: "")

    // MARK: Looks

    @Test func itLooksAtOnceAndSleepsWhenTheLineIsEmpty() throws {
        var machine = WorkerMachine()
        let foundLook = machine.on(.began).look
        let look = try #require(foundLook)
        #expect(look.isFull && look.promotes, "the first look sees everything")
        #expect(!look.tellsOthers, "nobody else needs to know")
        #expect(machine.end([.look(look)]) == [])
        #expect(machine.on(.due) == [])
        #expect(machine.on(ring).look?.isFull == true)
    }

    @Test func itLooksAgainWhileJobsAreLeft() throws {
        var machine = WorkerMachine()
        let first = machine.on(.began)
        let second = machine.end(first, count: 10, isDry: false)
        let look = try #require(second.look)
        #expect(!look.isFull, "it begins above the floors")
        let third = machine.end(second, count: 3, isDry: true)
        #expect(third.look?.isFull == true, "a transaction may have committed late, below them")
        #expect(machine.end(third) == [])
    }

    @Test func aBusyWorkerLooksBelowTheFloorsOnceASecond() {
        var machine = WorkerMachine()
        var actions = machine.end(machine.on(.began), count: 1, isDry: false)
        #expect(actions.look?.isFull == false)
        _ = machine.on(.due, after: .milliseconds(1100))
        actions = machine.end(actions, count: 1, isDry: false)
        #expect(actions.look?.isFull == true)
    }

    @Test func aRingDuringALookLeadsToAnotherOne() {
        var machine = WorkerMachine()
        let look = machine.on(.began)
        #expect(machine.on(ring) == [], "one thing at a time")
        let again = machine.end(look)
        #expect(again.look?.isFull == true)
        #expect(machine.end(again) == [])
    }

    @Test(arguments: [1e300, .infinity])
    func aTimeBeyondAllOthersIsWaitedFor(_ seconds: Double) {
        var machine = WorkerMachine()
        let look = machine.on(.began)
        _ = machine.end(look, nextDue: seconds)
        #expect(machine.alarm(on: .memberEnded) != nil)
    }

    @Test func theEndOfAMemberOfAGroupLeadsToALookSoon() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        #expect(machine.on(.memberEnded) == [])
        #expect(machine.on(.memberEnded, after: .milliseconds(5)) == [], "others are likely to follow")
        #expect(machine.on(.due, after: .milliseconds(15)) == [.promote])
        #expect(machine.on(.memberEnded) == [], "the promotion may not see that one")
        #expect(machine.on(.promoted(nextIn: nil)) == [])
        #expect(machine.on(.due, after: .milliseconds(20)) == [.promote])
        #expect(machine.on(.promoted(nextIn: nil)) == [])
        #expect(machine.on(.due, after: .seconds(1)) == [])
    }

    @Test func aFullWorkerLooksForTheEndsOfGroupsAllTheSame() {
        var machine = WorkerMachine()
        _ = machine.on(.began)
        #expect(machine.on(.noRoom) == [])
        #expect(machine.on(.memberEnded) == [])
        #expect(machine.on(.due, after: .milliseconds(20)) == [.promote])
    }

    @Test func queuesTakeTurns() {
        var machine = WorkerMachine(queues: ["a", "b"])
        let first = machine.on(.began)
        #expect(first.look?.floors.map(\.queue) == ["a", "b"])
        let second = machine.end(first, count: 1, isDry: false)
        #expect(second.look?.floors.map(\.queue) == ["b", "a"])
    }

    @Test func aBreakOfTheListenerLeadsToALook() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        #expect(machine.on(.listened).look?.isFull == true)
    }

    @Test func aHeartbeatThatFindsJobsLeadsToALook() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        #expect(machine.on(.heartbeat(foundJobs: false)).look == nil)
        _ = machine.on(.cancelsHeard(succeeded: true))
        #expect(machine.on(.heartbeat(foundJobs: true)).look != nil)
    }

    // MARK: Room

    @Test func withoutRoomItWaitsForSome() {
        var machine = WorkerMachine()
        _ = machine.on(.began)
        #expect(machine.on(.noRoom) == [])
        #expect(machine.on(ring) == [], "a ring makes no room")
        #expect(machine.on(.roomFreed).look != nil)
    }

    @Test func roomThatBecameFreeBeforeItHeardThatThereWasNoneCounts() {
        var machine = WorkerMachine()
        _ = machine.on(.began)
        #expect(machine.on(.roomFreed) == [])
        #expect(machine.on(.noRoom).look != nil)
    }

    // MARK: Due jobs

    @Test func itSleepsUntilTheNextJobIsDue() throws {
        var machine = WorkerMachine()
        let foundLook = machine.on(.began).look
        var look = try #require(foundLook)
        (look.isDry, look.hasPromoted, look.nextDue) = (true, true, 3)
        #expect(machine.alarm(on: .looked(look)) == .seconds(3))
        let due = machine.on(.due, after: .seconds(3))
        #expect(due.look?.promotes == true)
    }

    @Test func aLookThatDidNotLetJobsJoinForgetsNoDueTime() throws {
        var machine = WorkerMachine()
        let found = machine.on(.began)
        let look = try #require(found.look)
        let again = machine.on(.looked(look))
        #expect(again.look?.promotes == true)
    }

    @Test func aRingThatAnnouncesLaterJobsIsAnsweredByALookThatLetsThemJoin() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        #expect(machine.on(.rang(queue: "q", saying: JobQueue.later)).look?.promotes == true)
    }

    @Test func aPlainRingIsNotQuiteTrusted() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        let look = machine.on(ring)
        #expect(look.look?.promotes == false)
        #expect(machine.end(look) == [])
        #expect(machine.on(.due, after: .milliseconds(50)) == [.promote])
        #expect(machine.on(.promoted(nextIn: nil)) == [])
    }

    // MARK: Ranks

    @Test func whoeverStandsBehindGivesTheOthersAMoment() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        _ = machine.on(.ranked(2, hasOthers: true))
        #expect(machine.alarm(on: ring) == .milliseconds(4))
        #expect(machine.on(ring, after: .milliseconds(2)) == [], "the look is planned")
        let look = machine.on(.due, after: .milliseconds(2))
        #expect(look.look?.tellsOthers == true)
        #expect(machine.end(look) == [])
    }

    @Test func aLookIsSparedIfAnotherWorkerFoundTheLineEmpty() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        _ = machine.on(.ranked(1, hasOthers: true))
        _ = machine.on(ring)
        _ = machine.on(.rang(queue: "q", saying: JobQueue.dry + "3"))
        #expect(machine.on(.due, after: .milliseconds(2)) == [])
    }

    @Test func aWorkersOwnWordThatTheLineIsEmptyIsNoReason() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        #expect(machine.on(.rang(queue: "q", saying: JobQueue.dry + "7")) == [])
        _ = machine.on(.ranked(1, hasOthers: true))
        _ = machine.on(ring)
        _ = machine.on(.rang(queue: "q", saying: JobQueue.dry + "7"))
        #expect(machine.on(.due, after: .milliseconds(2)).look != nil, "jobs may have come during its look")
    }

    @Test func theLastOfManyWaitsNoLongerThanTheTwentieth() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        _ = machine.on(.ranked(500, hasOthers: true))
        #expect(machine.alarm(on: ring) == .milliseconds(40))
    }
}
