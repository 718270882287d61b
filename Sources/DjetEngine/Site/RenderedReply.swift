import HTTPTypes
import Hummingbird
import NIOCore

/// An answer as it goes over the wire, without what all answers share.
struct RenderedReply {
    enum Body {
        case empty
        case bytes(ByteBuffer)
        case stream(length: Int?, isEndless: Bool, Reply.Write)
    }

    /// The headers by which a page and its JSON differ between visitors.
    static let varying = "Accept, Accept-Language, Cookie, Authorization"

    let status: HTTPResponse.Status
    var headers: HTTPFields
    let body: Body

    init(_ status: HTTPResponse.Status, _ headers: HTTPFields, _ body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    init(_ status: HTTPResponse.Status, _ headers: HTTPFields, _ mediaType: String, _ text: String) {
        self.init(status, headers, .bytes(ByteBuffer(string: text)))
        self.headers[.contentType] = mediaType
    }

    /// Adds the tag of the bytes, unless there is one already or the body is a stream.
    mutating func tag() {
        guard headers[.eTag] == nil, case .bytes(let bytes) = body else { return }
        headers[.eTag] = EntityTag(of: bytes.readableBytesView).description
    }

    /// Returns the whole response.
    ///
    /// - Parameter begin: is called when a stream is sent, but for an endless one such as an event stream.
    ///   Its result is called at the end.
    func response(sending begin: @escaping @Sendable () -> @Sendable () -> Void) -> Response {
        switch body {
        case .empty: Response(status: status, headers: headers)
        case .bytes(let bytes):
            Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
        case .stream(let length, let isEndless, let write):
            Response(
                status: status, headers: headers,
                body: ResponseBody(contentLength: length) { writer in
                    let end = isEndless ? {} : begin()
                    defer { end() }
                    try await write(&writer)
                })
        }
    }
}
