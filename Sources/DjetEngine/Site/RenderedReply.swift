import HTTPTypes
import Hummingbird
import NIOCore

/// An answer as it goes over the wire, but for what all answers have in common.
struct RenderedReply {
    enum Body {
        case empty
        case bytes(ByteBuffer)
        case stream(length: Int?, isEndless: Bool, Reply.Write)
    }

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

    /// Gives it the tag of its bytes, unless it has one already or is written as it comes.
    mutating func tag() {
        guard headers[.eTag] == nil, case .bytes(let bytes) = body else { return }
        headers[.eTag] = EntityTag(of: bytes.readableBytesView).description
    }

    /// The whole of it.
    ///
    /// - Parameter begin: is called when a body is sent that is written as it comes, but for an event stream, which lasts
    ///   as long as its client; what it returns is called at the end.
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
