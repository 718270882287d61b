import DjetModel
import DjetStore
import Testing

@testable import DjetJobmachine

@Suite struct RunnersTests {
    private let ticket = TicketID(queue: "default", number: 1)

    private func runnersWithADeafJob() -> Runners {
        let runners = Runners(slots: 1, onRoom: {}) { _, _ in }
        let told = RunningJob(
            ticket: ticket, attempt: 1, runner: 1, since: .now,
            toldAt: ContinuousClock.now - .seconds(10))
        runners.state.withLock { $0.running[ticket.number] = told }
        return runners
    }

    @Test func aDeafJobWhoseReportWasLostIsReportedAgainAfterAWhile() throws {
        let runners = runnersWithADeafJob()
        let job = try #require(runners.takeDeaf(.seconds(5)).first)
        #expect(runners.takeDeaf(.seconds(5)).isEmpty, "once is enough if it arrives")
        runners.takeBackDeaf(job)
        #expect(runners.takeDeaf(.seconds(5)).isEmpty, "not at once")
        #expect(runners.takeDeaf(.zero).map(\.ticket) == [ticket])
    }

    @Test func whoeverIsToldToStopAgainIsDeafFromTheFirstTimeOn() {
        let runners = runnersWithADeafJob()
        runners.cancel([ticket.number])
        #expect(runners.takeDeaf(.seconds(5)).map(\.ticket) == [ticket])
    }
}
