import DjetStore
import HTTPTypes
import Hummingbird
import NIOCore

/// The body of a request: knows whether somebody has asked for it and has read it to its end.
///
/// A client may wait for a word before it sends the body (`Expect: 100-continue`, RFC 9110, 10.1.1). It gets the word when
/// somebody begins to read: whatever can be refused by the head alone is refused before, and the body never crosses the
/// network.
final class IncomingBody: Sendable {
    private struct State {
        var isAsked = false
        var isOver = false
    }

    /// The longest body that is taken, and thrown away, when nobody has read it: its connection can be used again.
    private static let longestLeftOver = 64 << 10

    private let client: Client
    /// The client waits for the word.
    private let isAwaited: Bool
    private let mayBeLeft: Bool
    private let state = Guarded(State())

    /// Nil if the head announces no body.
    init?(_ headers: HTTPFields, _ client: Client) {
        let length = headers[.contentLength] ?? "0"
        let isChunked = headers[.transferEncoding] != nil
        guard isChunked || length != "0" else { return nil }
        self.client = client
        isAwaited = RequestHead.awaitsContinue(headers)
        let isShort = !isChunked && Int(length).map { $0 <= Self.longestLeftOver } ?? false
        mayBeLeft = isShort && headers[.connection] != "close"
    }

    /// The same body, watched while it is read.
    func watched(_ body: RequestBody) -> RequestBody {
        RequestBody(asyncSequence: WatchedBody(body: body, watch: self))
    }

    /// The same answer. If the body has not been read, the connection is closed behind it: nobody would say for how long
    /// the client goes on sending, and what follows could be taken for the body.
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

    /// The next request can follow on the same connection.
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
