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
        var source: SequenceSource<AsyncStream<Int>>? = SequenceSource(
            AsyncStream { [token = Token { end.finish() }] in withExtendedLifetime(token) { 7 } }
        ) { ServerEvent(data: "\($0)") }
        let signals = StreamSignals()
        source?.begin { signals.due() }
        _ = await signals.next()
        source?.end()
        let isOver = try source?.take().isOver
        #expect(isOver == false)
        source = nil
        // Once its iteration ends, nobody holds the sequence.
        for await _ in hasEnded {}
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

/// Tells when it is released.
private final class Token: Sendable {
    private let hasGone: @Sendable () -> Void

    init(_ hasGone: @escaping @Sendable () -> Void) { self.hasGone = hasGone }

    deinit { hasGone() }
}
