import DjetStore
import HTTPTypes
import Hummingbird
import NIOCore

/// The body of a request. It notes that somebody has begun to read it, and that it was read to its end.
///
/// A client may wait for a go-ahead before it sends the body (`Expect: 100-continue`, RFC 9110, 10.1.1). It
/// gets the go-ahead at the first read: a request that the head alone refuses never sends its body.
final class IncomingBody: Sendable {
    private struct State {
        var isAsked = false
        var isOver = false
    }

    /// The longest unread body, in bytes, that is received and thrown away so that its connection can be used
    /// again.
    private static let longestLeftOver = 64 << 10

    private let client: Client
    /// True if the client waits for the go-ahead.
    private let isAwaited: Bool
    private let mayBeLeft: Bool
    private let state = Guarded(State())

    /// Returns nil if the head announces no body.
    init?(_ headers: HTTPFields, _ client: Client) {
        let length = headers[.contentLength] ?? "0"
        let isChunked = headers[.transferEncoding] != nil
        guard isChunked || length != "0" else { return nil }
        self.client = client
        isAwaited = RequestHead.awaitsContinue(headers)
        let isShort = !isChunked && Int(length).map { $0 <= Self.longestLeftOver } ?? false
        mayBeLeft = isShort && headers[.connection] != "close"
    }

    /// Returns the body, watched while it is read.
    func watched(_ body: RequestBody) -> RequestBody {
        RequestBody(asyncSequence: WatchedBody(body: body, watch: self))
    }

    /// Returns the response. If the body has not been read, the connection closes after it: the client could
    /// go on sending, and its next request could be taken for the body.
    func ending(_ response: Response) -> Response {
        guard !canGoOn else { return response }
        var response = response
        response.headers[.connection] = "close"
        let body = response.body
        response.body = ResponseBody(contentLength: body.contentLength) { [client] writer in
            try await body.write(writer)
            client.takeLeave()
        }
        return response
    }

    /// True if the next request can follow on the same connection.
    private var canGoOn: Bool {
        state.withLock { $0.isOver || (mayBeLeft && ($0.isAsked || !isAwaited)) }
    }

    fileprivate func begins() {
        let isFirst = state.withLock { state in
            defer { state.isAsked = true }
            return !state.isAsked
        }
        if isFirst, isAwaited { client.goAhead() }
    }

    fileprivate func ends() {
        state.withLock { $0.isOver = true }
    }
}

private struct WatchedBody: AsyncSequence, Sendable {
    let body: RequestBody
    let watch: IncomingBody

    func makeAsyncIterator() -> Iterator { Iterator(body: body.makeAsyncIterator(), watch: watch) }

    struct Iterator: AsyncIteratorProtocol {
        var body: RequestBody.AsyncIterator
        let watch: IncomingBody

        mutating func next() async throws -> ByteBuffer? {
            watch.begins()
            let bytes = try await body.next(isolation: #isolation)
            if bytes == nil { watch.ends() }
            return bytes
        }
    }
}
