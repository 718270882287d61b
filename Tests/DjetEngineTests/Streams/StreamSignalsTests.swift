import Testing

@testable import DjetEngine

@Suite struct StreamSignalsTests {
    @Test func eachSignalStandsForAllOfItsKind() async {
        let signals = StreamSignals()
        for _ in 0..<3 {
            signals.beat()
            signals.due()
        }
        guard case .due = await signals.next() else { return #expect(Bool(false), "what is due goes first") }
        guard case .beat = await signals.next() else { return #expect(Bool(false), "then the beat") }
        signals.end(.again)
        guard case .end(.again) = await signals.next() else { return #expect(Bool(false), "then the end") }
    }

    @Test func aClientThatHasGoneCountsMostOfAll() async {
        let signals = StreamSignals()
        signals.due()
        signals.end(.again)
        signals.end(.gone)
        signals.end(.again)
        guard case .end(.gone) = await signals.next() else { return #expect(Bool(false)) }
    }

    @Test func whoWaitsIsWoken() async {
        let signals = StreamSignals()
        async let signal = signals.next()
        await Task.yield()
        signals.due()
        guard case .due = await signal else { return #expect(Bool(false)) }
    }
}
