import Testing

@testable import DjetEngine

@Suite struct ClientPaceTests {
    private let limits = ConnectionLimits(head: .seconds(10), bodyRate: 100, patience: .seconds(120))
    private let start = ContinuousClock.now

    private func at(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

    @Test func whoConnectsAndSaysNothingIsLateWithTheHead() {
        let pace = ClientPace(at: start)
        #expect(pace.lateness(at: at(9), limits) == nil)
        #expect(pace.lateness(at: at(11), limits) == .head)
        #expect(pace.quietSince == start)
    }

    @Test func aHeadThatDripsIsLateHoweverOftenItDrips() {
        var pace = ClientPace(at: start)
        for second in 1...10 { pace.hears(1, at: at(Double(second)), limits) }
        #expect(pace.lateness(at: at(10.5), limits) == .head)
        #expect(pace.hasBegun)
    }

    @Test func aBodyIsMeasuredOverTheTimeThatTheServerWaitsForIt() {
        var pace = ClientPace(at: start)
        pace.hears(10, at: at(1), limits)
        pace.headEnds()
        // The server is busy for an hour, and then waits.
        pace.asks(at: at(3_600))
        #expect(pace.lateness(at: at(3_615), limits) == nil)
        #expect(pace.lateness(at: at(3_621), limits) == .body)
        pace.hears(5_000, at: at(3_619), limits)
        #expect(pace.lateness(at: at(9_000), limits) == nil)
    }

    @Test func aBodyThatStallsIsLateHoweverMuchHasCome() {
        var pace = ClientPace(at: start)
        pace.headEnds()
        for second in 0..<30 {
            pace.asks(at: at(Double(second)))
            pace.hears(1_000_000, at: at(Double(second + 1)), limits)
        }
        pace.asks(at: at(30))
        #expect(pace.lateness(at: at(51), limits) == nil, "what came in this span counts")
        pace.hears(1, at: at(52), limits)
        pace.asks(at: at(52))
        #expect(pace.lateness(at: at(80), limits) == .body)
    }

    @Test func aBodyThatBeganWithPlentyIsLateWhenNothingMoreComes() {
        var pace = ClientPace(at: start)
        pace.headEnds()
        pace.asks(at: at(1))
        pace.hears(20_000, at: at(2), limits)
        pace.asks(at: at(2))
        #expect(pace.lateness(at: at(40), limits) == nil, "enough came in the first span")
        #expect(pace.lateness(at: at(42), limits) == .body, "nothing has come in the second")
        #expect(pace.lateness(at: at(42), ConnectionLimits(bodyRate: 0)) == nil, "no rate, no limit")
    }

    @Test func whoIsBeingAnsweredStaysAndWhoHasBeenMakesRoomInTime() {
        var pace = ClientPace(at: start)
        pace.hears(10, at: at(1), limits)
        pace.headEnds()
        pace.requestEnds()
        pace.answerBegins()
        #expect(pace.lateness(at: at(100_000), limits) == nil)
        #expect(pace.quietSince == nil)
        pace.answerEnds(at: at(100_000))
        #expect(pace.quietSince == at(100_000))
        #expect(pace.lateness(at: at(100_119), limits) == nil)
        #expect(pace.lateness(at: at(100_121), limits) == .silent)
    }

    @Test func whoTakesNothingOfTheAnswerIsLate() {
        var pace = ClientPace(at: start)
        pace.headEnds()
        pace.requestEnds()
        pace.answerBegins()
        pace.isStuck(true, at: at(5))
        #expect(pace.lateness(at: at(120), limits) == nil)
        #expect(pace.lateness(at: at(126), limits) == .deaf)
        pace.isStuck(false, at: at(126))
        #expect(pace.lateness(at: at(1_000), limits) == nil)
    }
}
