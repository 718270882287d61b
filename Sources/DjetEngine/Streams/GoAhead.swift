import DjetStore
import HTTPTypes
import Hummingbird
import NIOCore

/// The word that a client waits for before it sends a body (`Expect: 100-continue`, RFC 9110, 10.1.1).
///
/// It is given when somebody begins to read the body: whatever can be refused by the head alone is refused before, and the
/// body never crosses the network.
final class GoAhead: Sendable {
    private let client: Client
    private let isGiven = Guarded(false)

    init(_ client: Client) {
        self.client = client
    }

    /// The same body, which gives the word when it is asked for its first bytes.
    func body(_ body: RequestBody) -> RequestBody {
        RequestBody(asyncSequence: AwaitedBody(body: body, goAhead: self))
    }

    /// The same answer. Behind one that refuses the body the connection is closed: the client may send the body
    /// all the same, or not, and what follows could be taken for it.
    func ending(_ response: Response) -> Response {
        guard !isGiven.withLock({ $0 }) else { return response }
        var response = response
        response.headers[.connection] = "close"
        let body = response.body
        response.body = ResponseBody(contentLength: body.contentLength) { [client] writer in
            try await body.write(writer)
            client.disconnect()
        }
        return response
    }

    fileprivate func give() {
        let isFirst = isGiven.withLock { isGiven in
            defer { isGiven = true }
            return !isGiven
        }
        if isFirst { client.goAhead() }
    }
}

/// A body that nobody sends before it is asked for.
private struct AwaitedBody: AsyncSequence, Sendable {
    let body: RequestBody
    let goAhead: GoAhead

    func makeAsyncIterator() -> Iterator { Iterator(body: body.makeAsyncIterator(), goAhead: goAhead) }

    struct Iterator: AsyncIteratorProtocol {
        var body: RequestBody.AsyncIterator
        let goAhead: GoAhead

        mutating func next() async throws -> ByteBuffer? {
            goAhead.give()
            return try await body.next(isolation: #isolation)
        }
    }
}

extension Client {
    /// Tells the client to send its body.
    fileprivate func goAhead() {
        pass(GoAheadHandler())
    }
}

/// Writes its word behind what encodes answers, to which this is none, and goes.
private final class GoAheadHandler: ChannelOutboundHandler, RemovableChannelHandler, Sendable {
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func handlerAdded(context: ChannelHandlerContext) {
        let word = ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")
        context.writeAndFlush(wrapOutboundOut(word), promise: nil)
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }
}
