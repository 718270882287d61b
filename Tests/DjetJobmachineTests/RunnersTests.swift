import DjetModel
import DjetStore
import Testing

@testable import DjetJobmachine

@Suite struct RunnersTests {
    private let ticket = TicketID(queue: "default", number: 1)

    private func runnersWithAnUnresponsiveJob() -> Runners {
        let runners = Runners(slots: 1, send: { _ in }) { _, _ in }
        let told = RunningJob(
            ticket: ticket, attempt: 1, runner: 1, since: .now,
            toldAt: ContinuousClock.now - .seconds(10))
        runners.state.withLock { $0.running[ticket.number] = told }
        return runners
    }

    @Test func anUnresponsiveJobWhoseReportWasLostIsReportedAgainAfterAWhile() throws {
        let runners = runnersWithAnUnresponsiveJob()
        let job = try #require(runners.takeUnresponsive(.seconds(5)).first)
        #expect(runners.takeUnresponsive(.seconds(5)).isEmpty, "once is enough if it arrives")
        runners.takeBackUnresponsive(job)
        #expect(runners.takeUnresponsive(.seconds(5)).isEmpty, "not at once")
        #expect(runners.takeUnresponsive(.zero).map(\.ticket) == [ticket])
    }

    @Test func aJobThatIsToldToStopAgainIsUnresponsiveFromTheFirstTimeOn() {
        let runners = runnersWithAnUnresponsiveJob()
        runners.cancel([ticket.number])
        #expect(runners.takeUnresponsive(.seconds(5)).map(\.ticket) == [ticket])
    }

    @Test func whoeverHoldsEnoughBytesTakesOneJobAtATime() {
        let runners = Runners(slots: 3, send: { _ in }) { _, _ in }
        #expect(runners.room == 3)
        runners.state.withLock { ($0.size, $0.active) = (Runners.mostSize, 1) }
        #expect(runners.room == 0)
        runners.lend()
        #expect(runners.room == 1, "the job that has lent its slot may wait for this one")
        runners.state.withLock { $0.size -= 1 }
        #expect(runners.room == 3)
    }
}
