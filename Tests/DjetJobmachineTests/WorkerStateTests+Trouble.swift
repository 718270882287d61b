import Testing

@testable import DjetJobmachine

/// Failures, lost words, running jobs, cancellations and the end.
extension WorkerStateTests {
    // MARK: Failures

    @Test func afterAFailureItRestsAndLooksAgain() throws {
        var machine = WorkerMachine()
        _ = machine.on(.began)
        let foundRest = machine.alarm(on: .failed(isStruckOff: false))
        let rest = try #require(foundRest)
        #expect((.milliseconds(25)...(.milliseconds(50))).contains(rest))
        #expect(machine.on(ring) == [], "a ring does not shorten the rest")
        #expect(machine.on(.due, after: rest).look != nil)
    }

    @Test func aQueueWhoseLimitIsLockedIsLookedAtAgainAfterASecond() {
        var machine = WorkerMachine()
        let look = machine.on(.began)
        #expect(machine.end(look, hasMetLock: true) == [])
        #expect(machine.on(.due, after: .milliseconds(900)) == [])
        #expect(machine.on(.due, after: .milliseconds(100)).look?.isFull == true)
    }

    @Test func noPromotionKeepsItFromLookingAgainAtALockedLimit() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        let look = machine.on(ring)
        #expect(machine.end(look, hasMetLock: true) == [])
        #expect(machine.on(.due, after: .milliseconds(50)) == [.promote])
        #expect(machine.on(.promoted(nextIn: nil)) == [])
        #expect(machine.on(.due, after: .milliseconds(950)).look != nil)
    }

    @Test func jobsThatAFailedLookStartedAreOverseen() {
        var machine = WorkerMachine()
        _ = machine.on(.began)
        _ = machine.on(.failed(isStruckOff: false))
        #expect(machine.on(.due, after: .milliseconds(100)).contains(.oversee))
    }

    @Test func theRestsGrowUpToTwoSeconds() {
        var machine = WorkerMachine()
        _ = machine.on(.began)
        for _ in 0..<20 {
            _ = machine.on(.failed(isStruckOff: false))
            #expect(machine.on(.due, after: .seconds(2)).contains { $0.isLookOrReconciliation })
            _ = machine.on(.reconciled)
        }
    }

    @Test func whoeverWasStruckOffRegistersBeforeItLooks() {
        var machine = WorkerMachine()
        _ = machine.on(.began)
        #expect(machine.on(.failed(isStruckOff: true)) == [.register])
        #expect(machine.on(ring) == [])
        #expect(machine.on(.registered) == [])
        #expect(machine.on(.due, after: .milliseconds(50)).look != nil)
    }

    // MARK: Lost words

    @Test func afterALostWordItComparesForTenSeconds() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        #expect(machine.alarm(on: .answerLost) == .seconds(1))
        for _ in 1...10 {
            #expect(machine.on(.due, after: .seconds(1)) == [.reconcile])
            _ = machine.on(.reconciled)
        }
        #expect(machine.on(.due, after: .seconds(1)) == [])
    }

    @Test func itNeverComparesDuringAClaim() {
        var machine = WorkerMachine()
        let look = machine.on(.began)
        _ = machine.on(.answerLost)
        #expect(machine.on(.due, after: .seconds(2)) == [])
        #expect(machine.end(look) == [.reconcile])
    }

    @Test func itComparesWithoutRoomToo() {
        var machine = WorkerMachine()
        _ = machine.on(.began)
        _ = machine.on(.noRoom)
        _ = machine.on(.answerLost)
        #expect(machine.on(.due, after: .seconds(1)) == [.reconcile])
    }

    @Test func aFullWorkerThatHasComparedLooksForRoomAgain() {
        var machine = WorkerMachine()
        _ = machine.on(.began)
        _ = machine.on(.noRoom)
        _ = machine.on(.answerLost)
        _ = machine.on(.due, after: .seconds(1))
        #expect(machine.on(.roomFreed) == [])
        #expect(machine.on(.reconciled).look != nil)
    }

    // MARK: Running jobs

    @Test func runningJobsAreOverseenUntilNoneIsLeft() {
        var machine = WorkerMachine()
        _ = machine.end(machine.on(.began), count: 1)
        #expect(machine.on(.due, after: .milliseconds(100)) == [.oversee])
        #expect(machine.alarm(on: .overseen(isBusy: true)) == .milliseconds(100))
        #expect(machine.on(.due, after: .milliseconds(100)) == [.oversee])
        #expect(machine.alarm(on: .overseen(isBusy: false)) == nil)
    }

    @Test func aJobThatStartsDuringACheckIsOverseenToo() {
        var machine = WorkerMachine()
        _ = machine.end(machine.on(.began), count: 1)
        _ = machine.on(.due, after: .milliseconds(100))
        _ = machine.end(machine.on(ring), count: 1)
        _ = machine.on(.overseen(isBusy: false))
        #expect(machine.on(.due, after: .milliseconds(100)).contains(.oversee))
    }

    @Test func twoHeartbeatsAfterTheLastJobAreRolledUp() {
        var machine = WorkerMachine()
        _ = machine.end(machine.on(.began), count: 1)
        _ = machine.on(.due, after: .milliseconds(100))
        _ = machine.on(.overseen(isBusy: false))
        for isRolledUp in [true, true, false] {
            #expect(machine.on(.heartbeat(foundJobs: false)).contains(.rollUp) == isRolledUp)
        }
    }

    // MARK: Cancellations

    @Test func cancellationsAreAskedForUntilThereIsAnAnswer() throws {
        var machine = WorkerMachine()
        machine.fallAsleep()
        #expect(machine.on(.cancelAsked) == [.stopCancelled])
        #expect(machine.on(.cancelAsked) == [], "one question at a time")
        #expect(machine.on(.cancelsHeard(succeeded: true)) == [.stopCancelled])
        let foundRest = machine.alarm(on: .cancelsHeard(succeeded: false))
        let rest = try #require(foundRest)
        #expect(machine.on(.due, after: rest) == [.stopCancelled])
        #expect(machine.on(.cancelsHeard(succeeded: true)) == [])
    }

    @Test func aCancellationDuringALookIsAskedForOnceItsJobsAreKnown() {
        var machine = WorkerMachine()
        let look = machine.on(.began)
        #expect(machine.on(.cancelAsked) == [.stopCancelled])
        _ = machine.on(.cancelsHeard(succeeded: true))
        #expect(machine.end(look, count: 1).contains(.stopCancelled))
    }

    // MARK: The end

    @Test func whoeverIsToStopClaimsNoMoreAndLetsJobsEnd() {
        var machine = WorkerMachine()
        let look = machine.on(.began)
        #expect(machine.on(.stopAsked(atOnce: false)) == [], "a claim under way comes to its end")
        #expect(machine.end(look, count: 1, isDry: false) == [.close])
        #expect(machine.on(ring) == [])
        #expect(machine.on(.roomFreed) == [])
        #expect(machine.on(.cancelAsked) == [.stopCancelled], "people may still cancel")
        #expect(machine.on(.idle) == [.storeRest])
        #expect(machine.on(.restStored) == [.end])
    }

    @Test func jobsThatTakeLongerThanTheGraceAreHandedBackAndThenGivenUp() {
        var machine = WorkerMachine(grace: .seconds(20))
        machine.fallAsleep()
        #expect(machine.on(.stopAsked(atOnce: false)) == [.close])
        #expect(machine.on(.due, after: .seconds(19)) == [])
        #expect(machine.on(.due, after: .seconds(1)) == [.handBack])
        #expect(machine.on(.due, after: .seconds(2)) == [.releaseRest])
        #expect(machine.on(.idle) == [.storeRest])
        #expect(machine.on(.idle) == [], "once is enough")
    }

    @Test func whoeverIsCancelledHandsBackAtOnce() {
        var machine = WorkerMachine()
        machine.fallAsleep()
        #expect(machine.on(.stopAsked(atOnce: true)) == [.close, .handBack])
        var other = WorkerMachine()
        other.fallAsleep()
        _ = other.on(.stopAsked(atOnce: false))
        #expect(other.on(.stopAsked(atOnce: true), after: .seconds(1)) == [.handBack], "no more grace")
    }

    @Test func aRestDoesNotDelayTheEnd() {
        var machine = WorkerMachine()
        _ = machine.on(.began)
        _ = machine.on(.failed(isStruckOff: false))
        #expect(machine.on(.stopAsked(atOnce: false)) == [.close])
    }
}
