import Testing

@testable import DjetEngine

@Suite struct EventOutboxTests {
    @Test func whoSpeaksWaitsForWhoReads() async {
        let outbox = EventOutbox()
        let spoken = Task {
            for number in 0..<1_000 {
                guard await outbox.put(ServerEvent(data: "\(number)")) else { return number }
            }
            outbox.end(.over)
            return 1_000
        }
        var read: [String] = []
        var longest = 0
        loop: while true {
            switch await outbox.next() {
            case .events(let events):
                read += events.map(\.data)
                longest = max(longest, events.count)
            case .beat: Issue.record("nobody beats")
            case .end(let end):
                #expect(end == .over)
                break loop
            }
        }
        #expect(read == (0..<1_000).map(String.init))
        #expect(longest <= 64)
        #expect(await spoken.value == 1_000)
    }

    @Test func whoSpeaksIsToldThatTheReaderHasGone() async {
        let outbox = EventOutbox()
        let spoken = Task {
            var number = 0
            while await outbox.put(ServerEvent()) { number += 1 }
            return number
        }
        guard case .events = await outbox.next() else { return #expect(Bool(false), "no events came") }
        outbox.end(.gone)
        #expect(await spoken.value >= 1)
        guard case .end(.gone) = await outbox.next() else { return #expect(Bool(false), "it did not end") }
    }

    @Test func theEndFollowsUponTheEvents() async {
        let outbox = EventOutbox()
        #expect(await outbox.put(ServerEvent(data: "last")))
        outbox.end(.again)
        outbox.end(.over)
        guard case .events(let events) = await outbox.next() else { return #expect(Bool(false)) }
        #expect(events.map(\.data) == ["last"])
        guard case .end(.again) = await outbox.next() else { return #expect(Bool(false)) }
        #expect(await !outbox.put(ServerEvent()))
    }
}
