import DjetStore
import Testing

@testable import DjetEngine

@Suite struct SequenceSourceTests {
    @Test func whoSpeaksWaitsForWhoReads() async throws {
        let numbers = AsyncStream { tell in
            for number in 0..<1_000 { tell.yield(number) }
            tell.finish()
        }
        let source = SequenceSource(numbers) { ServerEvent(data: "\($0)") }
        let signals = StreamSignals()
        source.begin { signals.due() }
        var read: [String] = []
        var longest = 0
        var batch = EventBatch()
        while !batch.isOver {
            if !batch.hasMore { _ = await signals.next() }
            batch = try source.take()
            read += batch.events.map(\.data)
            longest = max(longest, batch.events.count)
        }
        #expect(read == (0..<1_000).map(String.init))
        #expect(longest <= 64)
    }

    @Test func whoSpeaksIsToldThatNobodyReads() async throws {
        let (hasEnded, end) = AsyncStream.makeStream(of: Void.self)
        let endless = AsyncStream<Int> {
            if Task.isCancelled {
                end.finish()
                return nil
            }
            return 7
        }
        let source = SequenceSource(endless) { ServerEvent(data: "\($0)") }
        let signals = StreamSignals()
        source.begin { signals.due() }
        _ = await signals.next()
        source.end()
        for await _ in hasEnded {}
        #expect(try source.take().isOver == false)
    }

    @Test func whatCameBeforeAFailureIsRead() async throws {
        struct Broken: Error {}
        let failing = AsyncThrowingStream<Int, any Error> { tell in
            tell.yield(1)
            tell.finish(throwing: Broken())
        }
        let source = SequenceSource(failing) { ServerEvent(data: "\($0)") }
        let signals = StreamSignals()
        source.begin { signals.due() }
        var read: [String] = []
        await #expect(throws: Broken.self) {
            while true {
                _ = await signals.next()
                let batch = try source.take()
                read += batch.events.map(\.data)
                if batch.hasMore { signals.due() }
            }
        }
        #expect(read == ["1"])
    }
}
