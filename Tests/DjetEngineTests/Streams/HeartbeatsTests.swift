import Testing

@testable import DjetEngine

struct BeatsTests {
    private let start = ContinuousClock.now

    @Test func eachStreamIsDueAtItsOwnTimes() {
        var beats = Heartbeats(every: .seconds(15))
        beats.add(1, at: start)
        beats.add(2, at: start + .seconds(4))
        #expect(beats.next(after: start + .seconds(4)) == start + .seconds(15))
        #expect(due(&beats, after: 14) == [])
        #expect(due(&beats, after: 15) == [1])
        #expect(due(&beats, after: 18) == [])
        #expect(due(&beats, after: 19) == [2])
        #expect(due(&beats, after: 33) == [1])
    }

    @Test func thoseThatWereLateTogetherPartAgain() {
        var beats = Heartbeats(every: .seconds(15))
        beats.add(1, at: start)
        beats.add(2, at: start + .seconds(4))
        #expect(due(&beats, after: 100) == [1, 2], "one beat each, though several were missed")
        #expect(beats.next(after: start + .seconds(100)) == start + .seconds(105))
        #expect(due(&beats, after: 105) == [1])
        #expect(due(&beats, after: 109) == [2])
    }

    @Test func ofAStreamThatIsNotOpenAnyMoreNoMoreIsHeard() {
        var beats = Heartbeats(every: .seconds(15))
        beats.add(1, at: start)
        beats.add(2, at: start)
        #expect(due(&beats, after: 15, open: [2]) == [2])
        #expect(due(&beats, after: 30) == [2])
        #expect(due(&beats, after: 45, open: []) == [])
        #expect(beats.next(after: start + .seconds(45)) == start + .seconds(60), "none is left")
    }

    private func due(_ beats: inout Heartbeats, after seconds: Int, open: Set<UInt64> = [1, 2]) -> [UInt64] {
        beats.takeDue(at: start + .seconds(seconds)) { open.contains($0) }
    }
}
