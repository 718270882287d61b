import DjetStore
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import DjetEngine

/// A body that is written as it comes.
@Suite struct RenderedReplyTests {
    /// A stored file may have any type.
    @Test(arguments: [true, false]) func onlyAnEventStreamLastsAsLongAsItsClient(isEndless: Bool) async throws
    {
        let limited = Guarded(0)
        let reply = RenderedReply(
            .ok, [.contentType: MediaName.events], .stream(length: nil, isEndless: isEndless, { _ in }))
        let response = reply.response(sending: {
            limited.withLock { $0 += 1 }
            return {}
        })
        try await response.body.write(Nowhere())
        #expect(limited.withLock { $0 } == (isEndless ? 0 : 1))
    }
}

private struct Nowhere: ResponseBodyWriter {
    mutating func write(_ buffer: ByteBuffer) async throws {}

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
