import HTTPTypes
import Hummingbird
import NIOCore

/// An answer as it goes over the wire, but for what all answers have in common.
struct RenderedReply {
    enum Body {
        case empty
        case bytes(ByteBuffer)
        case stream(length: Int?, Reply.Write)
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

    var response: Response {
        switch body {
        case .empty: Response(status: status, headers: headers)
        case .bytes(let bytes):
            Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
        case .stream(let length, let write):
            Response(
                status: status, headers: headers,
                body: ResponseBody(contentLength: length) { writer in try await write(&writer) })
        }
    }
}
