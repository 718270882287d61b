import DjetModel
import Testing

@Suite struct RetryTests {
    struct Passing: Error {}

    @Test func theWaitDoublesUpToItsMaximum() {
        let retry = Retry(attempts: 100, first: .seconds(2), maximum: .seconds(60))
        let waits = (1...7).map { retry.delay(after: $0, of: Passing(), chance: 0) }
        #expect(waits == [2, 4, 8, 16, 32, 60, 60].map { .seconds($0) })
    }

    @Test func chanceTakesAwayNoMoreThanTheJitter() {
        let retry = Retry(attempts: 2, first: .seconds(10), jitter: 0.2)
        #expect(retry.delay(after: 1, of: Passing(), chance: 1) == .seconds(8))
        #expect(retry.delay(after: 1, of: Passing(), chance: 0.5) == .seconds(9))
    }

    @Test func theLastAttemptIsNotTriedAgain() {
        #expect(Retry(attempts: 3).delay(after: 3, of: Passing()) == nil)
        #expect(Retry.never.delay(after: 1, of: Passing()) == nil)
    }

    @Test func whatTheBusinessRefusesIsNotTriedAgain() {
        #expect(Retry().delay(after: 1, of: ModelError.conflict("no")) == nil)
    }

    @Test func anErrorCanAskForALongerWait() {
        struct Busy: PassingError {
            var retryAfter: Duration?
        }
        let retry = Retry(attempts: 3, first: .seconds(10), jitter: 0)
        #expect(retry.delay(after: 1, of: Busy(retryAfter: .seconds(7200))) == .seconds(7200))
        #expect(retry.delay(after: 1, of: Busy(retryAfter: .seconds(1))) == .seconds(10))
        #expect(retry.delay(after: 1, of: Busy()) == .seconds(10))
        #expect(retry.delay(after: 3, of: Busy(retryAfter: .seconds(1))) == nil)
    }

    @Test func manyAttemptsDoNotOverflow() {
        #expect(Retry(attempts: .max).delay(after: 1_000_000, of: Passing(), chance: 0) == .seconds(3600))
    }
}
