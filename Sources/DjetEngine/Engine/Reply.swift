import DjetJSON
public import DjetModel
public import HTTPTypes
public import Hummingbird
import NIOCore

/// The answer of a route.
public struct Reply: Sendable {
    enum Content: Sendable {
        case empty
        case page(template: String, title: String, data: any Encodable & Sendable)
        case done(path: String, data: any Encodable & Sendable)
        case ticket(TicketID)
        case bytes(ByteBuffer)
        case stream(length: Int?, Write)
    }

    /// Writes a body, chunk by chunk.
    public typealias Write = @concurrent @Sendable (inout any ResponseBodyWriter) async throws -> Void

    /// The HTTP status.
    public var status: HTTPResponse.Status
    /// The additional headers.
    public var headers: HTTPFields
    let content: Content
    /// True if the body lasts as long as its client, as an event stream does; the time limit for transfers
    /// does not apply.
    var isEndless = false

    init(_ status: HTTPResponse.Status, _ headers: HTTPFields = [:], _ content: Content = .empty) {
        self.status = status
        self.headers = headers
        self.content = content
    }
}

extension Reply {
    /// Returns a page: HTML from a template for people, the data as JSON for programs.
    public static func page(
        _ template: String, title: String, _ data: some Encodable & Sendable,
        status: HTTPResponse.Status = .ok
    ) -> Reply {
        Reply(status, [:], .page(template: template, title: title, data: data))
    }

    /// Returns the answer to an action that is done: people are redirected to a page (303), programs get the
    /// data.
    public static func done(_ path: String, _ data: some Encodable & Sendable) -> Reply {
        Reply(.ok, [:], .done(path: path, data: data))
    }

    /// Returns the answer to an action that was offloaded: people are redirected to the ticket's page (303),
    /// programs get 202 and the ticket.
    public static func accepted(_ ticket: TicketID) -> Reply {
        Reply(.accepted, [:], .ticket(ticket))
    }

    /// Returns a redirect; 303 by default.
    public static func redirect(_ path: String, status: HTTPResponse.Status = .seeOther) -> Reply {
        Reply(status, [.location: path])
    }

    /// Returns text of a media type.
    public static func text(_ text: String, mediaType: String = "text/plain; charset=utf-8") -> Reply {
        Reply(.ok, [.contentType: mediaType], .bytes(ByteBuffer(string: text)))
    }

    /// Returns a value as JSON, whatever the client prefers. Throws if the value cannot be encoded.
    public static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Reply {
        let text = try JSON.text(of: value)
        return Reply(status, [.contentType: MediaName.json], .bytes(ByteBuffer(string: text)))
    }

    /// Returns a body that a closure writes. A closure that ends without `finish` breaks off the connection,
    /// which tells the client that something is missing.
    public static func stream(
        mediaType: String, contentLength: Int? = nil, status: HTTPResponse.Status = .ok,
        _ write: @escaping Write
    ) -> Reply {
        Reply(status, [.contentType: mediaType], .stream(length: contentLength, write))
    }

    /// An empty answer (204).
    public static var noContent: Reply { Reply(.noContent) }

    /// Returns the same reply with one header set.
    public func with(_ name: HTTPField.Name, _ value: String) -> Reply {
        var copy = self
        copy.headers[name] = value
        return copy
    }

    /// Returns the same reply with `no-store` and `no-referrer`: it holds a secret that no cache and no other
    /// site may get.
    func noStore() -> Reply {
        with(.cacheControl, "no-store").with(SecurityHeaders.referrerPolicy, "no-referrer")
    }
}
